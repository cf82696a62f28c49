using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>A reason as it was given, whether it stands or not.</summary>
/// <param name="Class">Its class. A rejection without one counts as other.</param>
/// <param name="Code">Its code.</param>
/// <param name="Comment">The comment that came with it; untrusted.</param>
/// <param name="At">When.</param>
internal readonly record struct GivenReason(ReasonClass Class, string Code, string? Comment, DateTimeOffset At)
{
    /// <summary>All that were given for a handoff in a period, oldest first: rejections that stand no more, and the one that stands.</summary>
    public static IEnumerable<GivenReason> In(HandoffFact fact, Period period)
    {
        foreach (var (_, it) in Overtaken.Of(fact).Where(o => period.Holds(o.Rejection.At)))
        {
            yield return new GivenReason(it.Class, it.Code, it.Comment, it.At);
        }

        if (Standing(fact, period) is { } standing)
        {
            yield return standing;
        }
    }

    /// <summary>The standing reason, if it was given in the period: for a rejection by the instant of rejecting, for recycling and disqualifying by that of closing.</summary>
    public static GivenReason? Standing(HandoffFact fact, Period period) => fact switch
    {
        { RejectedAt: { } rejected } when period.Holds(rejected) => new(fact.ReasonClass ?? ReasonClass.Other, fact.Reason ?? "", fact.Comment, rejected),
        { State: HandoffState.Recycled, ClosedAt: { } closed } when period.Holds(closed) => new(ReasonClass.Recycle, fact.Reason ?? "", fact.Comment, closed),
        { State: HandoffState.Disqualified, ClosedAt: { } closed } when period.Holds(closed) => new(ReasonClass.Disqualify, fact.Reason ?? "", fact.Comment, closed),
        _ => null,
    };
}
