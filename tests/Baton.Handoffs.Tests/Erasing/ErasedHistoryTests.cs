using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Erasing;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Handoffs;

namespace Baton.Handoffs.Tests.Erasing;

public sealed class ErasedHistoryTests
{
    [Fact]
    public void The_timeline_without_its_person_folds_to_the_handoff_without_its_person() => Histories.Check(story =>
    {
        var erased = Erased(story);
        var kept = erased.Timeline.Select(ErasedHistory.Of).ToList();

        Assert.Equal(Json(erased.Handoff), Json(Fold.All(kept)!));
        Assert.Equal(Json(kept), Json(kept.Select(ErasedHistory.Of).ToList()));
    });

    [Fact]
    public void Nothing_that_says_who_the_person_is_and_nothing_in_own_words_is_left() => Histories.Check(story =>
    {
        var contact = A.Lead().Contact;
        var erased = Erased(story);
        var left = Json(erased.Handoff) + Json(erased.Timeline.Select(ErasedHistory.Of).ToList()) + Json(FactOf.Handoff(erased.Handoff, story.Terms));

        Assert.All(
            new[] { contact.Name!, contact.Email!.Value.Value, contact.Phone ?? "03-", contact.Title!, "In own words", "Any text", "Another text", "Another contact", "They are away", "Nobody said" },
            word => Assert.DoesNotContain(word, left, StringComparison.Ordinal));
    });

    [Fact]
    public void Figures_are_counted_as_before() => Histories.Check(story =>
    {
        if (story.Handoff.ErasedAt is not null) return;
        var (before, after) = (FactOf.Handoff(story.Handoff, story.Terms), FactOf.Handoff(Erased(story).Handoff, story.Terms));

        Assert.Equal(
            (before.State, before.Week, before.Source, before.Campaign, before.Segment, before.Region, before.Score, before.Owner, before.CompanyName),
            (after.State, after.Week, after.Source, after.Campaign, after.Segment, after.Region, after.Score, after.Owner, after.CompanyName));
        Assert.Equal(
            (before.OfferedAt, before.DecidedAt, before.AcceptedAt, before.RejectedAt, before.FirstTouchAt, before.QualifiedAt, before.ClosedAt, before.Reason, before.Amount, before.HumanDelay),
            (after.OfferedAt, after.DecidedAt, after.AcceptedAt, after.RejectedAt, after.FirstTouchAt, after.QualifiedAt, after.ClosedAt, after.Reason, after.Amount, after.HumanDelay));
    });

    [Fact]
    public void Nobody_waits_for_it_and_nothing_wakes_it() => Histories.Check(story =>
    {
        var erased = Erased(story);

        Assert.False(FactOf.Handoff(erased.Handoff, story.Terms).WaitsForSales);
        Assert.Null(NextWake.Of(erased.Handoff, story.Terms.Calendars));
    });

    [Fact]
    public void Whatever_somebody_wants_of_it_is_refused_or_comes_to_nothing()
    {
        var erased = Erased(HandoffStory.Of(A.Lead(), A.Terms()));
        foreach (var (name, (intent, by)) in Acts.All.Where(a => a.Key is not ("Shown" or "Settle")))
        {
            var decision = erased.Decide(intent, by);
            Assert.True(decision is Decision.Refused { Why: Refusal.Erased } or Decision.Happens { Events.Count: 0 }, $"{name}: {decision}");
        }
    }

    [Fact]
    public void Its_card_says_so_in_both_languages_and_offers_nothing()
    {
        var erased = Erased(HandoffStory.Of(A.Lead(), A.Terms()).RejectedBy(Staff.Aoi));
        foreach (var (locale, text) in new[] { ("en", "Personal data erased"), ("ja", "個人情報を消去済み") })
        {
            var cards = new[]
            {
                HandoffCard.Of(erased.Handoff, new CardReader(locale, null), erased.Terms, erased.Now),
                FeedbackCard.Of(erased.Handoff, erased.Timeline[1], 2, new CardReader(locale, null), erased.Terms, erased.Now),
            };
            Assert.All(cards, card => Assert.Empty(card.Actions));
            Assert.All(cards, card => Assert.Contains(text, JsonSerializer.Serialize(card, HandoffJson.Stored.Card), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_message_is_brought_up_to_date_also_of_a_lead_that_was_returned()
    {
        var returned = Erased(HandoffStory.Of(A.IncompleteLead(), A.Terms()));

        Assert.Contains(EffectsOf.Commit(returned.Handoff, [returned.Timeline[^1]], returned.Terms), e => e is Effect.ShowCard);
    }

    [Fact]
    public void The_name_of_a_relative_that_was_erased_goes_from_card_and_timeline()
    {
        var story = HandoffStory.Of(A.Lead(), A.Terms());
        var received = (HandoffEvent.Received)story.Timeline[0];
        story = new HandoffStory(story.Terms, story.Now, [received with { Relatives = [new RelatedHandoff(Acts.Relative, HandoffState.Won, false, "Another contact", null, A.Morning)] }]);

        var forgot = story.Does(Person.Baton, new Intent.ForgetRelative(Acts.Relative));
        var kept = forgot.Timeline.Select(e => ErasedHistory.Of(e, Acts.Relative)).ToList();

        Assert.DoesNotContain("Another contact", Json(forgot.Handoff) + Json(kept), StringComparison.Ordinal);
        Assert.Equal(Json(forgot.Handoff), Json(Fold.All(kept)!));
        Assert.Empty(Assert.IsType<Decision.Happens>(forgot.Decide(new Intent.ForgetRelative(Acts.Relative), Person.Baton)).Events);
    }

    private static HandoffStory Erased(HandoffStory story) => story.Does(Person.Baton, new Intent.Erase());

    private static string Json(Handoff handoff) => JsonSerializer.Serialize(handoff, HandoffJson.Stored.Handoff);

    private static string Json(HandoffFact fact) => JsonSerializer.Serialize(fact, HandoffJson.Stored.HandoffFact);

    private static string Json(IEnumerable<HandoffEvent> timeline) => string.Join('\n', timeline.Select(e => JsonSerializer.Serialize(e, HandoffJson.Stored.HandoffEvent)));
}
