using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Chat;

public sealed class HostileTextTests
{
    private const string Evil = "<!channel>*[x](http://evil.example){{DATE(2026)}}";

    private static readonly Lead Hostile = A.Lead() with
    {
        Source = Evil,
        Campaign = Evil,
        Score = 90,
        Need = Evil,
        Contact = new Contact { Name = Evil, Title = Evil, Phone = Evil, Email = EmailAddress.Parse("evil@evil.example") },
        Company = new Company { Name = Evil, Industry = Evil, Country = Evil, Domain = Evil, Employees = 3 },
        Engagements = [new Engagement(A.Morning, Evil, Evil, 2)],
    };

    public static TheoryData<string> Locales => ["en", "ja"];

    [Theory]
    [MemberData(nameof(Locales))]
    public void What_strangers_and_colleagues_wrote_is_only_ever_quoted(string locale)
    {
        foreach (var story in Endings())
        {
            foreach (var card in CardsOf(story, locale)) AssertInert(card);
            Assert.All(story.Timeline, e => Assert.DoesNotContain(Timeline.Line(e, locale, story.Terms).Spans, s => s is Span.Plain plain && plain.Text.Contains("evil", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<HandoffStory> Endings()
    {
        var offered = A.Handoff(Hostile).Does(Person.Baton, new Intent.Repeat(Evil, Evil, [new Engagement(null, Evil, Evil)])).Does(Noor, new Intent.Pause(Evil));
        var contacted = offered.AcceptedBy(Aoi).Does(Aoi, new Intent.Touch(Evil));
        yield return offered;
        yield return offered.Does(Mika, new Intent.Withdraw(Evil)).Does(Stranger, new Intent.Remark(Evil, "m1"));
        yield return offered.AcceptedBy(Aoi).Does(Aoi, new Intent.PassOn(Ben.Email, null, Evil));
        yield return offered.RejectedBy(Aoi, "duplicate", Evil, Evil).Does(Mika, new Intent.Contest(Evil)).Does(Noor, new Intent.DecideContest(false, Evil));
        yield return contacted.Does(Aoi, new Intent.Recycle("bad_timing", null, Evil));
        yield return contacted.Does(Aoi, new Intent.Disqualify("no_need", Evil));
        yield return contacted.Does(Aoi, new Intent.Qualify(Evil)).Does(Aoi, new Intent.Lose(Evil));
        yield return contacted.Does(Aoi, new Intent.Qualify(Evil)).Does(Aoi, new Intent.Win(1, "JPY"));
    }

    private static IEnumerable<Card> CardsOf(HandoffStory story, string locale)
    {
        var reader = new CardReader(locale, null);
        var relative = new RelatedHandoff(story.Handoff.Id, HandoffState.Won, false, Evil, EmailAddress.Parse("evil@evil.example"), story.Now);
        yield return HandoffCard.Of(story.Handoff with { Relatives = [relative] }, reader, story.Terms, story.Now);
        yield return HandoffCard.Of(story.Handoff, CardReader.Of(Noor), story.Terms, story.Now);
        yield return FeedbackCard.Thread(Evil, locale);
        yield return Timeline.Card(story.Handoff, story.Timeline, reader, story.Terms);
        yield return NudgeCard.Of(story.Handoff, new Effect.Nudge("n", ClockKind.Accept, 50, LadderAction.NudgeOwner, Aoi.Email, false), reader, story.Terms, story.Now);
        yield return NudgeCard.Tell(story.Handoff, story.Timeline[0], reader, story.Terms, story.Now);
        foreach (var (number, happened) in story.Timeline.Index().Where(e => EffectsOf.IsFeedback(e.Item)))
        {
            yield return FeedbackCard.Of(story.Handoff, happened, number + 1, CardReader.Of(Mika) with { Locale = locale }, story.Terms, story.Now);
        }
    }

    // Anywhere in the card: quoted, a colleague's name, or what a form's field holds already.
    private static void AssertInert(Card card) => Walk(JsonNode.Parse(JsonSerializer.Serialize(card, typeof(Card), HandoffJson.Stored))!, card);

    private static void Walk(JsonNode node, Card card)
    {
        foreach (var (name, value) in node is JsonObject it ? it.Select(p => (p.Key, p.Value)) : ((JsonArray)node).Select(v => ("", v)))
        {
            if (value is JsonValue text && text.ToString().Contains("evil", StringComparison.OrdinalIgnoreCase))
            {
                var isQuoted = node is JsonObject { } span && span["t"]?.ToString() is "q" or "w";
                Assert.True(isQuoted || name == "value", $"{card.Kind}: {name} = {text}");
            }
            else if (value is JsonObject or JsonArray)
            {
                Walk(value, card);
            }
        }
    }
}
