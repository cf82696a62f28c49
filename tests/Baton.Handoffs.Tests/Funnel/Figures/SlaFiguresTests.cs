using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using FsCheck;
using FsCheck.Fluent;
using Period = Baton.Handoffs.Funnel.Periods.Period;

namespace Baton.Handoffs.Tests.Funnel.Figures;

public class SlaFiguresTests
{
    private static readonly Period Week = IsoWeek.Parse("2026-W47").In(Facts.Tokyo);
    private static readonly TimeSpan Target = TimeSpan.FromHours(4);

    private static readonly HandoffFact[] Counted =
    [
        Facts.Offered("met", 16).Accepted(16).With(Stopped(16, 1)) with { CardVisibleAt = Facts.Day(16), HumanDelay = TimeSpan.FromHours(1) },
        Facts.Offered("late", 16).Accepted(17).With(Stopped(17, 5)) with { Pool = "east", CardVisibleAt = Facts.Day(16, 13), HumanDelay = TimeSpan.FromHours(5) },
        Facts.Offered("running", 20).With(Running(20, 18, 17)),
        Facts.Offered("at risk", 20).With(Running(20, 15, 14)),
        Facts.Offered("breached", 20).With(Running(20, 13, 12)) with { Pool = "east" },
        Facts.Offered("paused", 20).With(new ClockFact("accept", Target, null, null, null, null)),
        Facts.Offered("stopped last week", 10).Accepted(10).With(Stopped(10, 9)),
    ];

    [Fact]
    public void Each_clock_is_met_running_at_risk_or_breached()
    {
        var accept = Assert.Single(SlaFigures.Count(Counted, Week, [], Facts.Now).Clocks);

        Assert.Equal(("accept", 1, 2, 1, 2), (accept.Clock, accept.Met, accept.Running, accept.AtRisk, accept.Breached));
        Assert.Equal(new Rate(1, 3), accept.Kept);
        Assert.Equal(new Distribution(2, TimeSpan.FromHours(3), TimeSpan.FromHours(5)), accept.Elapsed);
    }

    [Fact]
    public void System_and_human_delay_are_told_apart()
    {
        var figures = SlaFigures.Count(Counted, Week, [], Facts.Now);

        Assert.Equal(new Distribution(2, TimeSpan.FromHours(1.5), TimeSpan.FromHours(2)), figures.SystemDelay);
        Assert.Equal(new Distribution(2, TimeSpan.FromHours(3), TimeSpan.FromHours(5)), figures.HumanDelay);
    }

    [Fact]
    public void What_is_due_next_comes_soonest_first_and_a_paused_clock_is_not_due()
    {
        var figures = SlaFigures.Count(Counted, Week, [], Facts.Now);

        Assert.Equal(["breached", "at risk", "running"], figures.NextDue.Select(o => o.Company));
        Assert.Equal(["breached", "atRisk", "onTrack"], figures.NextDue.Select(o => o.Status));
    }

    [Fact]
    public void Breaches_name_the_pool_as_a_place_in_the_process() =>
        Assert.Equal([new PoolBreaches("accept", "east", new Rate(2, 2))], SlaFigures.Count(Counted, Week, [], Facts.Now).Breaches);

    [Fact]
    public void A_past_week_counts_a_clock_as_it_stood_then()
    {
        var lastWeek = Week.Previous();
        var fact = Facts.Offered("stopped this week", 13).Accepted(17).With(new ClockFact("accept", Target, Facts.Day(14), Facts.Day(14, 11), Facts.Day(17), TimeSpan.FromHours(9)));

        var then = Assert.Single(SlaFigures.Count([fact], lastWeek, [], Facts.Now).Clocks);
        var early = Assert.Single(SlaFigures.Count([fact], lastWeek, [], Facts.Day(13, 18)).Clocks);

        Assert.Equal((0, 1, 0), (then.Met, then.Breached, then.Elapsed.Count));
        Assert.Equal((1, 0), (early.Running, early.Breached));
        Assert.Empty(SlaFigures.Count([fact], lastWeek.Previous(), [], Facts.Now).Clocks);
    }

    [Fact]
    public void What_was_rejected_was_not_contacted_in_time_and_what_was_withdrawn_not_decided()
    {
        var rejected = Facts.Offered("rejected", 16).Rejected(16, "too_small", ReasonClass.Definitional).With(Stopped(16, 1), Stopped(16, 1) with { Clock = "contact" });
        var withdrawn = Facts.Offered("withdrawn", 16).Closed(HandoffState.Withdrawn, 16).With(Stopped(16, 1), Stopped(16, 1) with { Clock = "contact" });
        var late = Facts.Offered("late", 16).Rejected(17, "too_small", ReasonClass.Definitional).With(Stopped(17, 5) with { Clock = "contact" });

        Assert.Equal([("accept", 1, 0, 1), ("contact", 0, 1, 0)], SlaFigures.Count([rejected, withdrawn, late], Week, [], Facts.Now).Clocks.Select(c => (c.Clock, c.Met, c.Breached, c.Elapsed.Count)));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1.5, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(10, 5.5, 9)]
    [InlineData(11, 6, 10)]
    public void Median_and_nine_tenths_of_whole_hours_are_these(int count, double median, double p90)
    {
        var distribution = Distribution.Of([.. Enumerable.Range(1, count).Reverse().Select(h => TimeSpan.FromHours(h))]);

        Assert.Equal((TimeSpan.FromHours(median), TimeSpan.FromHours(p90)), (distribution.Median, distribution.P90));
    }

    [Fact]
    public void A_recount_by_the_formulas_gives_the_same_figures() =>
        Prop.ForAll(RandomFacts.Some, facts =>
        {
            var figures = SlaFigures.Count(facts, Week, [], Facts.Now);
            var recount = facts.SelectMany(f => f.Clocks.Select(c => Standing(f, c))).ToList();
            Assert.Equal(recount.Count(s => s == "met"), figures.Clocks.Sum(c => c.Met));
            Assert.Equal(recount.Count(s => s == "onTrack"), figures.Clocks.Sum(c => c.Running));
            Assert.Equal(recount.Count(s => s == "atRisk"), figures.Clocks.Sum(c => c.AtRisk));
            Assert.Equal(recount.Count(s => s == "breached"), figures.Clocks.Sum(c => c.Breached));
            var delays = facts.Where(f => Week.Holds(f.CardVisibleAt)).Select(f => f.CardVisibleAt!.Value - f.QualifiedAtSource);
            Assert.Equal(Distribution.Of(delays.Select(d => d < TimeSpan.Zero ? TimeSpan.Zero : d)), figures.SystemDelay);
            Assert.Equal(facts.Count(f => Week.Holds(f.DecidedAt) && f.HumanDelay is not null), figures.HumanDelay.Count);
            Assert.Equal(figures.Clocks.Sum(c => c.Breached), figures.Breaches.Sum(b => b.Breached.Part));
            Assert.Equal(figures.NextDue.OrderBy(o => o.DueAt).Select(o => o.DueAt), figures.NextDue.Select(o => o.DueAt));
        }).QuickCheckThrowOnFailure();

    private static string? Standing(HandoffFact fact, ClockFact clock)
    {
        var start = clock.Clock == "accept" ? fact.OfferedAt : clock.Clock == "outcome" ? fact.FirstTouchAt : fact.QualifiedAtSource;
        var stopped = clock.StoppedAt is { } at && at < Week.To;
        var reached = (clock.Clock == "accept" ? fact.DecidedAt : clock.Clock == "outcome" ? fact.QualifiedAt ?? fact.ClosedAt : fact.FirstTouchAt) is not null;
        return start is null || start >= Facts.Now || clock.StoppedAt < Week.From ? null
            : stopped ? (clock.Elapsed > clock.Target ? "breached" : reached ? "met" : null)
            : clock.DueAt < Facts.Now ? "breached"
            : clock.AtRiskAt < Facts.Now ? "atRisk"
            : "onTrack";
    }

    private static ClockFact Stopped(int day, int hours) => new("accept", Target, Facts.Day(day), Facts.Day(day), Facts.Day(day), TimeSpan.FromHours(hours));

    private static ClockFact Running(int day, int due, int risk) => new("accept", Target, Facts.Day(day, due), Facts.Day(day, risk), null, null);
}
