using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Funnel;

public sealed class FactOfTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_life_from_offer_to_win_is_one_flat_row()
    {
        var won = A.Handoff().Does(Baton.Handoffs.People.Person.Baton, new Intent.Shown(new Place("console", "sales"), "m1"))
            .After(Hour).AcceptedBy(Aoi).After(Hour).TouchedBy(Aoi).After(Hour).Does(Aoi, new Intent.Qualify()).After(Hour).Does(Aoi, new Intent.Win(5, "JPY"));

        var fact = Of(won);

        Assert.Equal((HandoffState.Won, "2026-W47", "sales", Aoi.Email, 5m, "JPY"), (fact.State, fact.Week, fact.Pool, fact.Owner!.Value, fact.Amount!.Value, fact.Currency));
        Assert.Equal(
            [A.Morning, A.Morning, A.Morning + Hour, A.Morning + Hour, A.Morning + (2 * Hour), A.Morning + (3 * Hour), A.Morning + (4 * Hour)],
            new[] { fact.OfferedAt, fact.CardVisibleAt, fact.AcceptedAt, fact.DecidedAt, fact.FirstTouchAt, fact.QualifiedAt, fact.ClosedAt }.Select(at => at!.Value));
        Assert.Equal(Hour, fact.HumanDelay);
        Assert.Equal([("accept", Hour), ("contact", 2 * Hour), ("outcome", Hour)], fact.Clocks.Select(c => (c.Clock, c.Elapsed!.Value)));
        Assert.All(fact.Clocks, c => Assert.Equal("met", c.StatusAt(won.Now)));
    }

    [Fact]
    public void A_clock_that_nobody_waits_for_any_more_has_ended_and_was_not_met()
    {
        static string Told(HandoffStory story) =>
            string.Join(' ', Of(story) is var fact ? fact.Clocks.Select(c => $"{c.Clock}:{fact.StatusOf(c, story.Now)}") : []);
        static string Explained(HandoffStory story) =>
            string.Join(' ', story.Handoff.Clocks.OrderBy(c => c.Kind).Select(c => $"{c.Kind}:{story.Handoff.Explain(c, story.Now, story.Terms.Calendars).Status}".ToLowerInvariant()));

        var late = A.Handoff().After(TimeSpan.FromDays(9)).RejectedBy(Aoi, "too_small");
        foreach (var (story, expected) in new[]
        {
            (A.Handoff().After(Hour).RejectedBy(Aoi, "too_small"), "accept:met contact:ended"),
            (A.Handoff().After(Hour).Does(Mika, new Intent.Withdraw()), "accept:ended contact:ended"),
            (A.Handoff().After(Hour).AcceptedBy(Aoi).TouchedBy(Aoi).Does(Aoi, new Intent.Recycle("bad_timing")), "accept:met contact:met outcome:met"),
            (late, "accept:breached contact:breached"),
        })
        {
            Assert.Equal(expected, Told(story));
            Assert.Equal(expected, Explained(story));
        }
    }

    [Fact]
    public void A_rejection_brings_its_reason_and_a_contest_what_came_of_it()
    {
        Assert.Equal(("too_small", ReasonClass.Definitional, Aoi.Email, null), Of(Stories.Rejected) is var it ? (it.Reason, it.ReasonClass, it.ReasonBy!.Value, it.Contest) : default);
        Assert.Equal("open", Of(Stories.Contested).Contest);
        Assert.Equal("upheld", Of(Stories.Contested.Does(Noor, new Intent.DecideContest(true))).Contest);
        Assert.Equal("upheld", Of(Stories.Contested.UndoneBy(Aoi)).Contest);
        Assert.Equal("dismissed", Of(Stories.Contested.Does(Noor, new Intent.DecideContest(false))).Contest);
        Assert.Null(Of(Stories.Contested.FixedBy(Mika)).Contest);
    }

    [Fact]
    public void A_rejection_that_stands_no_more_is_kept_unless_its_rep_took_it_back_or_a_manager_overruled_it()
    {
        static (string, ReasonClass, EmailAddress, DateTimeOffset, string) Kept(HandoffStory story) =>
            Assert.Single(Of(story).EarlierRejections!) is var it ? (it.Code, it.Class, it.By, it.At, it.Pool) : default;

        var rejected = Of(Stories.Rejected).RejectedAt!.Value;
        Assert.Null(Of(Stories.Rejected).EarlierRejections);
        Assert.Equal(("too_small", ReasonClass.Definitional, Aoi.Email, rejected, "sales"), Kept(Stories.Rejected.FixedBy(Mika)));
        Assert.Null(Of(Stories.Rejected.UndoneBy(Aoi)).EarlierRejections);
        Assert.Null(Of(Stories.Contested.Does(Noor, new Intent.DecideContest(true))).EarlierRejections);
        var rerouted = A.Handoff().Does(Aoi, new Intent.Reject("wrong_owner", null, Ben.Email.Value));
        Assert.Equal(("wrong_owner", ReasonClass.Procedural, Aoi.Email, A.Morning, "sales"), Kept(rerouted));
        Assert.Equal(HandoffState.Offered, rerouted.Handoff.State);
        var again = Stories.Rejected.FixedBy(Mika).After(Hour).Does(Aoi, new Intent.Reject("low_intent", "Only wanted the booklet.")).Does(Mika, new Intent.Resubmit(new LeadFix(Phone: "1")));
        Assert.Equal([("too_small", null), ("low_intent", "Only wanted the booklet.")], Of(again).EarlierRejections!.Select(r => (r.Code, r.Comment)));
    }

    [Fact]
    public void After_hops_the_accept_clock_is_counted_from_the_first_offer()
    {
        var fact = Of(A.Handoff().Until(A.Morning.AddHours(6)).After(Hour).AcceptedBy(Aoi));

        var accept = fact.Clocks.Single(c => c.Clock == "accept");
        Assert.Equal((7 * Hour, A.Morning + (4 * Hour), "breached"), (accept.Elapsed!.Value, accept.DueAt!.Value, accept.StatusAt(A.Morning)));
    }

    [Fact]
    public void After_hops_a_pause_is_not_counted()
    {
        var paused = A.Handoff().Until(A.Morning.AddHours(6)).Does(Noor, new Intent.Pause("Fair")).After(TimeSpan.FromDays(7)).Does(Noor, new Intent.Resume());

        Assert.Equal(6 * Hour, Of(paused.AcceptedBy(Aoi)).Clocks.Single(c => c.Clock == "accept").Elapsed);
    }

    [Fact]
    public void A_pause_before_a_hop_is_not_counted_either_and_moves_when_the_target_was_reached()
    {
        var held = A.Handoff().After(Hour).Does(Noor, new Intent.Pause("Fair")).After(TimeSpan.FromDays(7)).Does(Noor, new Intent.Resume());
        var hopped = held.Until(held.Now + (5 * Hour));
        Assert.Equal(1, hopped.Handoff.Hops);
        Assert.All(hopped.Handoff.Clock(ClockKind.Accept)!.EarlierRuns!, run => Assert.Null(run.PauseReason));

        var accept = Of(hopped.After(Hour).AcceptedBy(Aoi)).Clocks.Single(c => c.Clock == "accept");

        Assert.Equal((7 * Hour, held.Now + (3 * Hour), held.Now + (2.2 * Hour), "breached"), (accept.Elapsed!.Value, accept.DueAt!.Value, accept.AtRiskAt!.Value, accept.StatusAt(A.Morning)));
    }

    [Fact]
    public void Each_hop_adds_to_what_was_counted()
    {
        var first = A.Handoff().Until(A.Morning.AddHours(6));
        var second = first.Until(first.Now.AddDays(1));
        Assert.Equal(2, second.Handoff.Hops);

        var clock = second.Handoff.Clocks.Single(c => c.Kind == ClockKind.Accept);

        Assert.Equal(12 * Hour, clock.EarlierRuns!.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Counted));
        Assert.Equal(clock.Elapsed(second.Now, second.Terms.Calendars) + (12 * Hour), clock.Whole.Elapsed(second.Now, second.Terms.Calendars));
        Assert.Equal(A.Morning, clock.Whole.StartedAt);
    }

    [Fact]
    public void A_returned_lead_belongs_to_the_week_of_its_first_offer_and_to_no_pool_before()
    {
        var returned = Of(Stories.Returned);
        Assert.Equal((null, "2026-W47", null), (returned.Pool, returned.Week, returned.OfferedAt));
        Assert.Equal(("sales", "2026-W48"), Of(Stories.Returned.After(TimeSpan.FromDays(7)).FixedBy(Mika)) is var it ? (it.Pool, it.Week) : default);
    }

    [Fact]
    public void A_running_clock_says_when_it_is_at_risk_and_due()
    {
        var accept = Of(A.Handoff()).Clocks.Single(c => c.Clock == "accept");

        Assert.Equal((A.Morning.AddHours(3.2), A.Morning.AddHours(4)), (accept.AtRiskAt!.Value, accept.DueAt!.Value));
        Assert.Equal(["onTrack", "atRisk", "breached"], new[] { 3.2, 3.3, 4.1 }.Select(h => accept.StatusAt(A.Morning.AddHours(h))));
    }

    [Fact]
    public void A_clock_that_does_not_run_says_too_when_it_was_at_risk()
    {
        var late = A.Handoff().Until(A.Morning.AddHours(3.5));

        foreach (var story in new[] { late.AcceptedBy(Aoi), late.Does(Noor, new Intent.Pause("Fair")), late.AcceptedBy(Aoi).UndoneBy(Aoi) })
        {
            Assert.Equal(A.Morning.AddHours(3.2), Of(story).Clocks.Single(c => c.Clock == "accept").AtRiskAt);
        }
    }

    private static HandoffFact Of(HandoffStory story) => FactOf.Handoff(story.Handoff, story.Terms);
}
