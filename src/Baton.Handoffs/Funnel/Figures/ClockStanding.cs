using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>How a clock stood at the end of a period, or stands now while the period lasts.</summary>
internal static class ClockStanding
{
    /// <summary>
    /// <c>met</c>, <c>onTrack</c>, <c>atRisk</c> or <c>breached</c>; null when the clock stopped before the period, started after it, or was stopped in
    /// time by something other than what it waits for.
    /// A clock that stopped after the period counts as it stood then, so that a past week's figures do not change.
    /// </summary>
    public static string? In(Period period, HandoffFact fact, ClockFact clock, DateTimeOffset now)
    {
        var asOf = now < period.To ? now : period.To;
        if (clock.StoppedAt < period.From || StartOf(fact, clock.Clock) is not { } start || start >= asOf)
        {
            return null;
        }

        var standing = fact.StatusOf(clock.StoppedAt < period.To ? clock : clock with { StoppedAt = null, Elapsed = null }, asOf);
        return standing == "ended" ? null : standing;
    }

    private static DateTimeOffset? StartOf(HandoffFact fact, string clock) => clock switch
    {
        "accept" => fact.OfferedAt,
        "outcome" => fact.FirstTouchAt,
        _ => fact.QualifiedAtSource,
    };
}
