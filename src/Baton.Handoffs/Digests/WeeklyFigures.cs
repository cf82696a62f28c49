using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Digests;

/// <summary>Everything that the weekly summary says, before it is put into words.</summary>
public sealed record WeeklyFigures
{
    /// <summary>The weeks before that the week is compared with.</summary>
    public const int WeeksBefore = 4;

    /// <summary>The week.</summary>
    public required IsoWeek Week { get; init; }

    /// <summary>Its days.</summary>
    public required Period Period { get; init; }

    /// <summary>Up to when it was counted.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>What happened, against the weeks before.</summary>
    public required WeekCounts Counts { get; init; }

    /// <summary>Accepted / decided in the week.</summary>
    public required Rate Acceptance { get; init; }

    /// <summary>Won in the week, by currency.</summary>
    public required IReadOnlyList<Money> WonAmounts { get; init; }

    /// <summary>The reasons.</summary>
    public required ReasonFigures Reasons { get; init; }

    /// <summary>The reasons of the week before.</summary>
    public required ReasonFigures ReasonsBefore { get; init; }

    /// <summary>Those of the week before that came too late for its summary.</summary>
    public required LateReasons ReasonsLate { get; init; }

    /// <summary>The clocks.</summary>
    public required SlaFigures Sla { get; init; }

    /// <summary>Deadlines of the week before that were missed too late for its summary.</summary>
    public required LateBreaches BreachesLate { get; init; }

    /// <summary>At most three things worth talking about.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Which steps the numbers point at.</summary>
    public required Diagnosis Diagnosis { get; init; }

    /// <summary>At most three comments, also those that came too late for the summary of the week before.</summary>
    public required IReadOnlyList<CommentWorthReading> Comments { get; init; }

    /// <summary>What became of the contests of the week before.</summary>
    public required ContestFigures Contests { get; init; }

    /// <summary>What sales suggested to marketing in the week.</summary>
    public int Suggestions { get; init; }

    /// <summary>Counts a week up to an instant; suggestions are counted elsewhere.</summary>
    /// <param name="facts">All that may count.</param>
    /// <param name="week">The week.</param>
    /// <param name="schedule">When summaries are due, and the review's time zone.</param>
    /// <param name="now">The instant.</param>
    public static WeeklyFigures Count(IReadOnlyList<HandoffFact> facts, IsoWeek week, DigestSchedule schedule, DateTimeOffset now)
    {
        var period = week.In(schedule.Zone);
        var (lastWeek, lastDue) = (period.Previous(), schedule.In(week.Previous()).At);
        var late = facts.SelectMany(f => LateReasons.In(f, lastWeek, lastDue).Select(given => (f, given))).ToList();
        Tally Activity(Period of) => OverviewFigures.Count(facts, of, null, [], now).Activity;
        var happened = Activity(period);
        var before = Lived(period.Preceding(WeeksBefore), facts).Select(Activity).ToList();
        var counts = WeekCounts.Of(happened, before);
        var reasons = ReasonFigures.Count(facts, period, null, []);
        var reasonsBefore = ReasonFigures.Count(facts, lastWeek, null, []);
        var sla = SlaFigures.Count(facts, period, [], now);
        var acceptanceBefore = before.Aggregate(default(Rate), (sum, tally) => sum.And(tally.Acceptance));
        return new WeeklyFigures
        {
            Week = week,
            Period = period,
            CountedAt = now < period.To ? now : period.To,
            Counts = counts,
            Acceptance = happened.Acceptance,
            WonAmounts = happened.WonAmounts,
            Reasons = reasons,
            ReasonsBefore = reasonsBefore,
            ReasonsLate = LateReasons.Count(late.Select(l => l.given), lastDue),
            Sla = sla,
            BreachesLate = LateBreaches.Count(facts, lastWeek, lastDue),
            Findings = FindingRules.Of(new WeekEvidence(counts, happened.Acceptance, acceptanceBefore, reasons, reasonsBefore, sla)),
            Diagnosis = Diagnosis.Count(facts, period, now),
            Comments = CommentWorthReading.Of(facts.SelectMany(f => GivenReason.In(f, period).Select(given => (f, given))).Concat(late)),
            Contests = ContestFigures.Count(facts, lastWeek),
        };
    }

    // Weeks before anything was handed over say nothing: a mean over them would make every first month look like a surge. Last week always counts.
    private static IEnumerable<Period> Lived(IReadOnlyList<Period> before, IReadOnlyList<HandoffFact> facts)
    {
        var first = facts.Count == 0 ? DateTimeOffset.MaxValue : facts.Min(f => f.CreatedAt);
        return before.Where((period, back) => back == 0 || period.To > first);
    }
}
