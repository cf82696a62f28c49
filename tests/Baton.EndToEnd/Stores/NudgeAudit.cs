using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Sla;
using Baton.Web.Console.Places;

namespace Baton.EndToEnd.Stores;

/// <summary>Every step reached its people once: taken once in a round of its clock, settled once for each person, and shown at most once.</summary>
internal sealed class NudgeAudit(OpenStore store)
{
    public async Task<List<string>> ViolationsAsync(Handoff handoff, List<HandoffEvent> timeline)
    {
        var violations = Steps(handoff, timeline).ToList();
        var settled = timeline.OfType<HandoffEvent.NudgeSettled>().ToList();
        foreach (var nudge in Meant(timeline))
        {
            // Muted for a while is no end: what is still true is told afterwards.
            var times = settled.Count(s => s.Nudge == nudge.Id && s.Outcome is not (NudgeOutcome.Snoozed or NudgeOutcome.Away));
            if (times != 1 && !(times == 0 && settled.Any(s => s.Nudge == nudge.Id)))
            {
                violations.Add($"{handoff.Id}: {nudge.Id} to {nudge.Recipient} was settled {times} times");
            }

            var shown = await ShownAsync(handoff, nudge);
            if (shown > 1 || (shown == 0 && settled.Any(s => s.Nudge == nudge.Id && s.Outcome == NudgeOutcome.Sent)))
            {
                violations.Add($"{handoff.Id}: {nudge.Id} reached {nudge.Recipient} {shown} times");
            }
        }

        violations.AddRange(settled.Where(s => s.Outcome == NudgeOutcome.Sent).GroupBy(s => (s.Nudge[..6], s.Recipient)).Where(g => g.Count() > 1).Select(g => $"{handoff.Id}: one step reached {g.Key.Recipient} {g.Count()} times"));
        return violations;
    }

    // A clock's round ends where it starts anew: when the ladder moved the handoff on, or marketing fixed it.
    private static IEnumerable<string> Steps(Handoff handoff, List<HandoffEvent> timeline)
    {
        var round = 0;
        var taken = new HashSet<(ClockKind, int, int)>();
        foreach (var happened in timeline)
        {
            round += happened is HandoffEvent.Reoffered { Cause: ReofferCause.LadderToPool or ReofferCause.Fallback } or HandoffEvent.Resubmitted ? 1 : 0;
            if (happened is HandoffEvent.StepReached step && !taken.Add((step.Clock, step.Percent, step.Clock == ClockKind.Accept ? round : 0)))
            {
                yield return $"{handoff.Id}: {step.Clock} reached {step.Percent} % twice in a round";
            }
        }
    }

    // What each step owed to whom: its commit's effects, computed again. A timer's events of one instant are one commit; what a person did is another one, and
    // may bear the same instant, as a click that was read before the step and decided after it does not go back in time.
    private List<Effect.Nudge> Meant(List<HandoffEvent> timeline)
    {
        var meant = new List<Effect.Nudge>();
        Handoff? at = null;
        for (var i = 0; i < timeline.Count;)
        {
            var count = timeline[i] is HandoffEvent.StepReached ? timeline.Skip(i).TakeWhile(e => e.At == timeline[i].At && e.By == timeline[i].By && e is HandoffEvent.StepReached or HandoffEvent.Reoffered or HandoffEvent.CameBack).Count() : 1;
            var events = timeline.GetRange(i, count);
            at = events.Aggregate(at, Fold.Apply);
            meant.AddRange(EffectsOf.Commit(at!, events, store.Terms).OfType<Effect.Nudge>());
            i += count;
        }

        return meant;
    }

    private async Task<int> ShownAsync(Handoff handoff, Effect.Nudge nudge)
    {
        var place = nudge.Recipient is { } person ? ConsolePlaces.DirectOf(store.Terms.Roster.Find(person)!).Place : handoff.Route.Sales;
        var effect = string.Create(CultureInfo.InvariantCulture, $"{handoff.Id}-{nudge.Id}");
        return await store.ShownAsync(place, effect);
    }
}
