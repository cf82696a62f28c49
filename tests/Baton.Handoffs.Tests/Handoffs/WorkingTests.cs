using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class WorkingTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Fact]
    public void Nobody_is_unreachable_before_three_attempts()
    {
        var recycle = new Intent.Recycle("unreachable");

        var refused = Stories.Contacted.TouchedBy(Aoi).Refuses<Refusal.TooFewAttempts>(Aoi, recycle);

        Assert.Equal((2, 3), (refused.Made, refused.Required));
        Assert.Equal(HandoffState.Recycled, Stories.Contacted.TouchedBy(Aoi).TouchedBy(Aoi).Does(Aoi, recycle).Handoff.State);
    }

    [Theory]
    [InlineData("bad_timing", 60)]
    [InlineData("no_budget", 90)]
    [InlineData("locked_into_competitor", 180)]
    public void A_recycled_lead_comes_back_after_the_reasons_own_days_at_nine_where_the_review_is(string code, int days) =>
        Assert.Equal(
            new DateTimeOffset(Today.AddDays(days).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(9)),
            Stories.Contacted.Does(Aoi, new Intent.Recycle(code)).Handoff.ComesBackOn);

    [Fact]
    public void The_day_of_coming_back_is_from_tomorrow_to_two_years_ahead()
    {
        var refused = Stories.Contacted.Refuses<Refusal.DateOutOfRange>(Aoi, new Intent.Recycle("bad_timing", Today));

        Assert.Equal((Today.AddDays(1), Today.AddDays(730)), (refused.From, refused.To));
        Stories.Contacted.Refuses<Refusal.DateOutOfRange>(Aoi, new Intent.Recycle("bad_timing", Today.AddDays(731)));
        Stories.Contacted.Does(Aoi, new Intent.Recycle("bad_timing", Today.AddDays(730)));
        Stories.Contacted.Does(Aoi, new Intent.Recycle("bad_timing", Today.AddDays(1)));
    }

    [Fact]
    public void A_recycled_lead_comes_back_as_a_new_handoff_on_the_date_and_once()
    {
        var recycled = Stories.Recycled;
        var on = recycled.Handoff.ComesBackOn!.Value;

        Assert.Equal(recycled.Timeline.Count, recycled.Until(on.AddTicks(-1)).Timeline.Count);
        var back = recycled.Until(on);
        var next = HandoffId.For(recycled.Handoff.Lead.Source, recycled.Handoff.Lead.ExternalId, 2);
        Assert.Equal((HandoffState.Recycled, next), (back.Handoff.State, back.Handoff.FollowedBy));
        Assert.Equal(back.Timeline.Count, back.Until(on.AddYears(1)).Timeline.Count);
    }

    [Fact]
    public void A_snooze_of_an_offer_does_not_mute_whoever_takes_it()
    {
        var snoozed = A.Handoff().Does(Noor, new Intent.Snooze(A.Morning.AddDays(20)));

        Assert.Null(snoozed.AcceptedBy(Aoi).Handoff.SnoozedUntil);
        Assert.True(snoozed.AcceptedBy(Aoi).Timeline.OfType<HandoffEvent.Accepted>().Single().EndsSnooze);
        Assert.Null(A.Handoff().AcceptedBy(Aoi).Timeline.OfType<HandoffEvent.Accepted>().Single().EndsSnooze);
    }

    [Fact]
    public void Each_attempt_is_counted_and_the_first_is_the_first_touch()
    {
        var story = Stories.Accepted.After(TimeSpan.FromHours(1)).TouchedBy(Aoi).After(TimeSpan.FromHours(1)).TouchedBy(Aoi);

        Assert.Equal((2, A.Morning.AddHours(1)), (story.Handoff.Attempts, story.Handoff.Milestones.FirstTouch));
    }

    [Fact]
    public void The_crm_may_skip_steps_that_Baton_was_not_told_of_and_they_are_recorded()
    {
        var won = Stories.Accepted.Does(Api, new Intent.Win(5, "jpy"));

        Assert.Equal(["Touched", "QualifiedBySales", "Won"], won.Timeline.TakeLast(3).Select(e => e.GetType().Name));
        Assert.Equal((Aoi.Email, 5m, "JPY"), (won.Handoff.Owner, won.Handoff.Amount, won.Handoff.Currency));
        Assert.DoesNotContain(won.Handoff.Clocks, c => !c.IsStopped);
        Stories.Accepted.Refuses<Refusal.NotNow>(Aoi, new Intent.Win(5, "JPY"));
        Stories.Offered.Refuses<Refusal.NotNow>(Api, new Intent.Win(5, "JPY"));
    }

    [Theory]
    [InlineData(-1, "JPY")]
    [InlineData(1, null)]
    [InlineData(1, "YE")]
    [InlineData(1, "円円円")]
    public void A_wrong_amount_is_refused(int amount, string? currency) =>
        Stories.Qualified.Refuses<Refusal.WrongAmount>(Aoi, new Intent.Win(amount, currency));

    [Fact]
    public void A_win_may_have_no_amount() => Assert.Null(Stories.Qualified.Does(Aoi, new Intent.Win(null, null)).Handoff.Amount);

    [Fact]
    public void Who_may_not_do_it_at_all_is_not_sent_to_correct_a_form()
    {
        Stories.Contacted.Refuses<Refusal.NotYours>(Ben, new Intent.Recycle("no_such"));
        Stories.Contacted.Refuses<Refusal.NotYours>(Ben, new Intent.Disqualify("no_such"));
        Stories.Qualified.Refuses<Refusal.NotYours>(Ben, new Intent.Win(-1, null));
        Stories.Offered.Refuses<Refusal.NotNow>(Aoi, new Intent.Recycle("no_such"));
        Stories.Contacted.Refuses<Refusal.UnknownReason>(Aoi, new Intent.Recycle("no_such"));
        Stories.Contacted.Refuses<Refusal.UnknownReason>(Aoi, new Intent.Disqualify("bad_timing"));
    }

    [Fact]
    public void A_comment_that_a_reason_asks_for_is_asked_for_after_contact_too()
    {
        var terms = A.Terms();
        var strict = terms with { Reasons = new([], [.. terms.Reasons.Recycle.Select(r => r with { CommentRequired = true })], [.. terms.Reasons.Disqualify.Select(r => r with { CommentRequired = true })]) };
        var story = Stories.Contacted.Under(strict);

        story.Refuses<Refusal.CommentMissing>(Aoi, new Intent.Recycle("bad_timing"));
        story.Refuses<Refusal.CommentMissing>(Aoi, new Intent.Disqualify("no_need"));
    }

    [Fact]
    public void A_snooze_ends_when_its_owner_gives_the_lead_back_or_takes_the_accept_back()
    {
        var snoozed = Stories.Accepted.Does(Aoi, new Intent.Snooze(A.Morning.AddDays(20)));

        Assert.Null(snoozed.Does(Aoi, new Intent.HandBack()).Handoff.SnoozedUntil);
        Assert.Null(snoozed.UndoneBy(Aoi).Handoff.SnoozedUntil);
        Assert.NotNull(snoozed.RejectedBy(Aoi).UndoneBy(Aoi).Handoff.SnoozedUntil);
    }

    [Fact]
    public void A_snooze_lies_ahead_and_ends_within_thirty_days_or_with_the_next_move()
    {
        Stories.Accepted.Refuses<Refusal.DateOutOfRange>(Aoi, new Intent.Snooze(A.Morning));
        Stories.Accepted.Refuses<Refusal.DateOutOfRange>(Aoi, new Intent.Snooze(A.Morning.AddDays(30).AddTicks(1)));
        var snoozed = Stories.Accepted.Does(Aoi, new Intent.Snooze(A.Morning.AddDays(30)));
        Assert.NotNull(snoozed.Handoff.SnoozedUntil);
        Assert.Null(snoozed.TouchedBy(Aoi).Handoff.SnoozedUntil);
        Assert.Null(snoozed.Does(Aoi, new Intent.HandBack()).Handoff.SnoozedUntil);
        Assert.Null(snoozed.RejectedBy(Aoi).FixedBy(Mika).Handoff.SnoozedUntil);
    }

    [Fact]
    public void Only_who_it_is_offered_to_snoozes_an_offer_and_a_manager_that_of_the_pool()
    {
        Assert.Equal("manager", Stories.Offered.Refuses<Refusal.NotYourRole>(Aoi, new Intent.Snooze(A.Morning.AddDays(1))).Needed);
        var mine = Stories.Offered.Does(Noor, new Intent.Assign(Aoi.Email));
        mine.Does(Aoi, new Intent.Snooze(A.Morning.AddDays(1)));
        mine.Refuses<Refusal.OfferedToSomeoneElse>(Ben, new Intent.Snooze(A.Morning.AddDays(1)));
    }
}
