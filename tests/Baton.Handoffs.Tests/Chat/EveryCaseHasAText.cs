using System.Reflection;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Tests.Handoffs;
using NodaTime;

namespace Baton.Handoffs.Tests.Chat;

public sealed class EveryCaseHasAText
{
    private static readonly Refusal[] Refusals =
    [
        new Refusal.AlreadyTaken(Staff.Aoi.Email, A.Morning),
        new Refusal.AlreadyYours(),
        .. Enum.GetValues<HandoffState>().Select(s => new Refusal.NotNow(s)),
        new Refusal.AlreadyDecided(HandoffState.Rejected, null),
        .. new[] { "rep", "marketer", "manager", "system" }.Select(r => new Refusal.NotYourRole(r)),
        new Refusal.NotYourPool("sales"),
        new Refusal.NotYours(Staff.Aoi.Email),
        new Refusal.OfferedToSomeoneElse(Staff.Aoi.Email),
        new Refusal.HadYourTurn(),
        new Refusal.UnknownReason("x", ReasonCatalogue.Default.Reject),
        new Refusal.CommentMissing(),
        new Refusal.TooFewAttempts(1, 3),
        new Refusal.UnknownPerson("x"),
        new Refusal.UnknownPool("x"),
        new Refusal.DateOutOfRange(default, default),
        new Refusal.NothingToUndo(),
        new Refusal.StillMissing(["contact.title"]),
        new Refusal.NothingFixed(),
        new Refusal.Suppressed(),
        new Refusal.WrongAmount(),
        new Refusal.NoContest(),
        new Refusal.PauseUnchanged(true),
        new Refusal.PauseUnchanged(false),
        new Refusal.PersonAway(Staff.Aoi.Email, A.Morning),
        new Refusal.PersonAway(Staff.Aoi.Email, null),
        new Refusal.NotAway(Staff.Aoi.Email),
        new Refusal.SeveralPeople("x", [Staff.Aoi.Email]),
        new Refusal.Erased(),
    ];

    [Fact]
    public void Every_refusal_has_its_own_sentence_in_both_languages()
    {
        Assert.Equal(
            typeof(Refusal).GetNestedTypes(BindingFlags.Public).Where(t => t.IsSubclassOf(typeof(Refusal))).Select(t => t.Name).Order(),
            Refusals.Select(r => r.GetType().Name).Distinct().Order());
        var (english, japanese) = (Say("en"), Say("ja"));
        Assert.Equal(Refusals.Length, english.Distinct().Count());
        Assert.Equal(Refusals.Length, japanese.Distinct().Count());
        Assert.All(japanese, text => Assert.Matches(@"\p{IsHiragana}|\p{IsCJKUnifiedIdeographs}", text));
        Assert.All(english, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_loser_is_told_who_won_and_when_in_own_time() =>
        Assert.Equal("佐藤 葵 was quicker and accepted it at 10:00 AM.", RefusalText.Of(Refusals[0], "en", "Asia/Tokyo", A.Terms()).Replace('\u202f', ' '));

    [Fact]
    public void Every_event_has_a_line_in_both_languages() => Histories.Check(story =>
    {
        foreach (var happened in story.Timeline)
        {
            var (english, japanese) = (Line(happened, "en"), Line(happened, "ja"));
            Assert.NotEmpty(english);
            Assert.Matches(@"\p{IsHiragana}|\p{IsKatakana}|\p{IsCJKUnifiedIdeographs}", japanese);
            Assert.NotEqual(english, japanese);
        }

        string Line(Baton.Handoffs.Handoffs.Events.HandoffEvent happened, string locale) =>
            PlainText.Of(Timeline.Line(happened, locale, story.Terms), DateTimeZone.Utc, locale);
    });

    [Fact]
    public void Every_card_can_be_made_for_everybody_in_both_languages() => Histories.Check(story =>
    {
        foreach (var locale in new[] { "en", "ja" })
        {
            var card = HandoffCard.Of(story.Handoff, new CardReader(locale, null), story.Terms, story.Now);
            Assert.Equal(story.Handoff.CardVersion, card.Version);
            Assert.NotEmpty(PlainText.Of(card.Summary, DateTimeZone.Utc, locale));
            Assert.NotEmpty(Timeline.Card(story.Handoff, story.Timeline, new CardReader(locale, null), story.Terms).Sections);
        }
    });

    private static List<string> Say(string locale) => [.. Refusals.Select(r => RefusalText.Of(r, locale, "Asia/Tokyo", A.Terms()))];
}
