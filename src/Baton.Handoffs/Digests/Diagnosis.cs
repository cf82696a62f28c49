using System.Text.Json.Serialization;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Digests;

/// <summary>
/// An honest look at the four whole weeks before, whose leads have had time to be followed up. It names steps of the process, never a culprit.
/// </summary>
/// <param name="FollowUp">First touch / handed over.</param>
/// <param name="WithinTwoDays">First contact within 48 h on the contact clock / first contacts with such a clock.</param>
/// <param name="Opportunity">Opportunities / handed over.</param>
/// <param name="Win">Won / opportunities.</param>
/// <param name="Observed">How long those leads have been watched.</param>
/// <param name="Points">What this points at, at least one.</param>
public sealed record Diagnosis(Rate FollowUp, Rate WithinTwoDays, Rate Opportunity, Rate Win, Observation Observed, IReadOnlyList<DiagnosisPoint> Points)
{
    /// <summary>At or under this follow-up rate the follow-up step is pointed at, percent.</summary>
    public const int FollowUpFloor = 30;

    /// <summary>At or under this opportunity rate lead qualification is pointed at, percent.</summary>
    public const int OpportunityFloor = 3;

    /// <summary>The first target of the follow-up rate, percent.</summary>
    public const int FollowUpTarget = 80;

    /// <summary>The first target of first contacts within 48 h, percent.</summary>
    public const int WithinTwoDaysTarget = 90;

    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);

    /// <summary>Counts the four whole weeks before a week.</summary>
    public static Diagnosis Count(IEnumerable<HandoffFact> facts, Period week, DateTimeOffset now)
    {
        var weeks = week.Preceding(4);
        var span = Period.Of(PeriodUnit.Range, weeks[^1].FirstDay, weeks[0].LastDay, week.Zone);
        var cohort = facts.Where(f => span.Holds(f.OfferedAt)).ToList();
        var figures = OverviewFigures.Count(cohort, span, null, [], now);
        var within = cohort.Where(f => f.FirstTouchAt is not null).SelectMany(f => f.Clocks)
            .Where(c => c is { Clock: "contact", Elapsed: not null })
            .Aggregate(default(Rate), (rate, clock) => rate.And(new Rate(clock.Elapsed <= TwoDays ? 1 : 0, 1)));
        var rates = figures.Rates;
        return new Diagnosis(rates.FollowUp, within, rates.Opportunity, rates.Win, figures.Observed, PointsOf(rates.FollowUp, within, rates.Opportunity));
    }

    private static List<DiagnosisPoint> PointsOf(Rate followUp, Rate within, Rate opportunity)
    {
        if (followUp.Small)
        {
            return [DiagnosisPoint.TooFew];
        }

        List<DiagnosisPoint> points =
        [
            .. AtMost(followUp, FollowUpFloor) ? [DiagnosisPoint.FollowUpStep] : Array.Empty<DiagnosisPoint>(),
            .. AtMost(opportunity, OpportunityFloor) ? [DiagnosisPoint.LeadQualification] : Array.Empty<DiagnosisPoint>(),
        ];
        var onTarget = AtLeast(followUp, FollowUpTarget) && (within.Small || AtLeast(within, WithinTwoDaysTarget));
        return points.Count > 0 ? points : [onTarget ? DiagnosisPoint.OnTarget : DiagnosisPoint.UnderFirstTargets];
    }

    // Whole numbers: 3 of 100 is at 3 percent whatever a floating-point division says.
    private static bool AtMost(Rate rate, int percent) => rate.Part * 100L <= (long)percent * rate.Whole;

    private static bool AtLeast(Rate rate, int percent) => rate.Part * 100L >= (long)percent * rate.Whole;
}

/// <summary>What a diagnosis points at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosisPoint>))]
public enum DiagnosisPoint
{
    /// <summary>Too few leads to say anything.</summary>
    TooFew,

    /// <summary>The follow-up step.</summary>
    FollowUpStep,

    /// <summary>Lead qualification.</summary>
    LeadQualification,

    /// <summary>Neither, but the first targets are not reached.</summary>
    UnderFirstTargets,

    /// <summary>The first targets are reached.</summary>
    OnTarget,
}
