using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Handoffs;

namespace Baton.Handoffs.Tests.Chat;

public sealed class ButtonProperties
{
    private static readonly string[] Looking = [Verbs.History, Verbs.Refresh];

    private static readonly string[] ForSales =
    [
        Verbs.Accept, Verbs.Reject, Verbs.Touch, Verbs.Qualify, Verbs.Win, Verbs.Lose, Verbs.Recycle, Verbs.Disqualify,
        Verbs.Undo, Verbs.PassOn, Verbs.Snooze, Verbs.HandBack, Verbs.Assign, Verbs.Uphold, Verbs.Dismiss,
    ];

    private static readonly string[] ForMarketing = [Verbs.Resubmit, Verbs.Contest, Verbs.Acknowledge, Verbs.Uphold, Verbs.Dismiss, Verbs.Withdraw];

    [Fact]
    public void A_card_never_offers_a_button_or_a_choice_that_would_be_refused() => Histories.Check(story =>
    {
        foreach (var (card, person) in CardsOf(story))
        {
            foreach (var action in card.Actions.Where(a => !Looking.Contains(a.Verb)))
            {
                foreach (var inputs in Answers(action))
                {
                    var reading = IntentForm.Read(action.Verb, inputs, person, story.Terms);
                    var decision = story.Decide(Assert.IsType<IntentReading.Ok>(reading).Intent, person);
                    Assert.True(decision is Decision.Happens { Events.Count: > 0 }, $"{person.Name} {action.Verb} {string.Join(",", inputs)} in {story.Handoff.State}: {decision}");
                }
            }
        }
    });

    [Fact]
    public void A_card_lacks_no_button_that_would_be_accepted() => Histories.Check(story =>
    {
        foreach (var person in Staff.All.Where(p => !p.Is(Roles.Integration)))
        {
            var missing = ForSales.Except(HandoffCard.Of(story.Handoff, CardReader.Of(person), story.Terms, story.Now).Actions.Select(a => a.Verb));
            Assert.DoesNotContain(missing, verb => WouldHappen(story, verb, person));
        }
    });

    [Fact]
    public void The_last_word_to_marketing_lacks_no_button_that_would_be_accepted() => Histories.Check(story =>
    {
        var last = story.Timeline.Index().LastOrDefault(e => EffectsOf.IsFeedback(e.Item) && e.Item is not HandoffEvent.Won and not HandoffEvent.Lost);
        if (last.Item is null or HandoffEvent.Undone or HandoffEvent.Resubmitted or HandoffEvent.ContestDecided { Upheld: true }) return;
        if (story.Handoff.State is Baton.Handoffs.Handoffs.HandoffState.Offered or Baton.Handoffs.Handoffs.HandoffState.Accepted) return;
        foreach (var person in Staff.All.Where(p => !p.Is(Roles.Integration | Roles.System)))
        {
            var card = FeedbackCard.Of(story.Handoff, last.Item, last.Index + 1, CardReader.Of(person), story.Terms, story.Now);
            Assert.DoesNotContain(ForMarketing.Except(card.Actions.Select(a => a.Verb)), verb => WouldHappen(story, verb, person));
        }
    });

    [Fact]
    public void A_card_that_everybody_sees_offers_what_somebody_there_may_do() => Histories.Check(story =>
    {
        var shared = HandoffCard.Of(story.Handoff, new CardReader("ja", null), story.Terms, story.Now).Actions.Select(a => a.Verb).Except(Looking);
        Assert.All(shared, verb => Assert.Contains(Staff.Roster, person => WouldHappen(story, verb, person)));
    });

    [Fact]
    public void Titles_fit_the_narrowest_platform() => Histories.Check(story =>
    {
        foreach (var (card, _) in CardsOf(story))
        {
            Assert.All(card.Actions.Where(a => a.Form is not null), a => Assert.InRange(a.Form!.Title.Length, 1, 24));
            Assert.All(card.Actions.Where(a => a.Form is not null), a => Assert.InRange(a.Form!.Submit.Length, 1, 24));
            Assert.Equal(card.Actions.Count, card.Actions.Select(a => a.Verb).Distinct().Count());
        }
    });

    private static IEnumerable<(Card Card, Person Person)> CardsOf(HandoffStory story)
    {
        foreach (var person in Staff.All.Where(p => !p.Is(Roles.Integration | Roles.System)))
        {
            yield return (HandoffCard.Of(story.Handoff, CardReader.Of(person), story.Terms, story.Now), person);
            foreach (var (number, happened) in story.Timeline.Index().Where(e => EffectsOf.IsFeedback(e.Item)))
            {
                yield return (FeedbackCard.Of(story.Handoff, happened, number + 1, CardReader.Of(person), story.Terms, story.Now), person);
            }
        }
    }

    // Sensible answers: each choice once, texts filled in, dates as proposed or a week ahead.
    private static IEnumerable<Dictionary<string, string>> Answers(CardAction action)
    {
        var inputs = action.Form?.Inputs ?? [];
        var given = inputs.Where(i => i is not FormInput.Choice).ToDictionary(i => i.Id, i => i switch
        {
            FormInput.Text { Id: "amount" } => "1,200",
            FormInput.Text { Id: "followUp" } => "",
            FormInput.Text { Id: "email" } text => text.Value ?? "new@nishi-kenzai.example",
            FormInput.Text { Id: "title" } text => text.Value + " 新任",
            FormInput.Text text => text.Value ?? "In own words",
            FormInput.Date { Required: false } => "",
            FormInput.Date date => date.Value!.Value.ToString("yyyy-MM-dd"),
            _ => "",
        });
        return inputs.OfType<FormInput.Choice>().SingleOrDefault() is { } choice
            ? choice.Groups.SelectMany(g => g.Options).Select(o => new Dictionary<string, string>(given) { [choice.Id] = o.Value }).DefaultIfEmpty(given)
            : [given];
    }

    private static bool WouldHappen(HandoffStory story, string verb, Person person)
    {
        var inputs = new Dictionary<string, string>
        {
            ["reason"] = verb switch { Verbs.Recycle => "bad_timing", Verbs.Disqualify => "no_need", _ => "too_small" },
            ["comment"] = "Because",
            ["until"] = story.Now.AddDays(3).ToString("yyyy-MM-dd"),
            ["to"] = story.Handoff.Owner == Staff.Cleo.Email ? Staff.Quin.Email.Value : Staff.Cleo.Email.Value,
            ["companyName"] = "New",
            ["contactName"] = "New",
            ["title"] = "New",
        };
        return IntentForm.Read(verb, inputs, person, story.Terms) is IntentReading.Ok ok
            && story.Decide(ok.Intent, person with { Roles = person.Roles & ~Roles.Integration }) is Decision.Happens { Events.Count: > 0 };
    }
}
