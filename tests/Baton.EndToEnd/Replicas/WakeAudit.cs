using Baton.EndToEnd.Stores;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;

namespace Baton.EndToEnd.Replicas;

/// <summary>How late each step of each ladder was taken, whoever had to take it.</summary>
internal sealed class WakeAudit(OpenStore store)
{
    /// <summary>The latest of all, and what was later than that is allowed.</summary>
    public async Task<(TimeSpan Latest, IReadOnlyList<string> TooLate)> LookAsync(TimeSpan allowed)
    {
        var (latest, tooLate) = (TimeSpan.Zero, new List<string>());
        foreach (var id in await store.HandoffsAsync())
        {
            foreach (var (step, late) in await store.HandoffAsync(id) is { } it ? Steps(it.Timeline) : [])
            {
                latest = late > latest ? late : latest;
                if (late > allowed)
                {
                    tooLate.Add($"{id}: {step.Clock} {step.Percent} % was taken at {step.At:T}, {late.TotalSeconds:0.0} s late");
                }
            }
        }

        return (latest, tooLate);
    }

    // Due from when the clock reached it, or from when the clock began to run again with it already behind.
    private IEnumerable<(HandoffEvent.StepReached Step, TimeSpan Late)> Steps(List<HandoffEvent> timeline)
    {
        Handoff? at = null;
        foreach (var happened in timeline)
        {
            if (happened is HandoffEvent.StepReached step && at?.Clock(step.Clock) is { RunningSince: { } since } clock && clock.NextStep(store.Terms.Calendars) is { } due)
            {
                yield return (step, step.At - (due.At > since ? due.At : since));
            }

            at = Fold.Apply(at, happened);
        }
    }
}
