using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Repairs;

namespace Baton.Handoffs.Webhooks;

/// <summary>Tells a hook of one event, with the handoff as it was right after. At least once: its receiver knows repetitions by their id.</summary>
public sealed class HookHandler(IHookSender sender, HookHealth health, IHandoffStore store, Terms terms, Pulse pulse)
{
    // A hook that this process does not know may be new: while a configuration spreads over several, whoever knows it tells it.
    private static readonly TimeSpan Spreading = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    internal async Task<Outcome> CallAsync(Attempt attempt, Effect.CallHook effect, CancellationToken cancellation)
    {
        var place = Hook.PlaceOf(effect.Hook);
        var timeline = await store.TimelineAsync(attempt.Handoff.Id, cancellation).ToListAsync(cancellation);
        if (timeline.Count < effect.Event)
        {
            return new Outcome.GiveUp($"Event {effect.Event} of {attempt.Handoff.Id} is missing.") { At = place };
        }

        if (terms.Hook(effect.Hook) is not { } hook)
        {
            return Unnamed(attempt, effect, timeline[effect.Event - 1].At) with { At = place };
        }

        if (health.HeldUntil(hook, attempt.Now) is { } until)
        {
            return new Outcome.PutOff(until) { At = place };
        }

        var outcome = await health.IsClosedAsync(hook, cancellation)
            ? Outcomes.Waits(place)
            : await AnsweredAsync(hook, attempt, await sender.CallAsync(Call(attempt, effect, timeline), cancellation), cancellation);
        return outcome with { At = place };
    }

    // As it was right after the event, whatever has become of it since. What was erased is told to nobody, in the events from before neither,
    // whether or not the timeline was rewritten yet.
    private static HookCall Call(Attempt attempt, Effect.CallHook effect, List<HandoffEvent> timeline)
    {
        var erased = attempt.Handoff.ErasedAt is not null || timeline.Exists(e => e is HandoffEvent.Erased);
        var told = timeline.Take(effect.Event).Select(e => erased ? ErasedHistory.Of(e) : e).ToList();
        return new HookCall(effect.Hook, attempt.SendId, HookTypes.Of(told[^1])!, told[^1], Fold.All(told)!);
    }

    private Outcome Unnamed(Attempt attempt, Effect.CallHook effect, DateTimeOffset since)
    {
        if (attempt.Now < since + Spreading)
        {
            return new Outcome.PutOff(since + Spreading);
        }

        sender.Drop(effect.Hook, attempt.SendId);
        return new Outcome.Done();
    }

    private async Task<Outcome> AnsweredAsync(Hook hook, Attempt attempt, HookAnswer answer, CancellationToken cancellation)
    {
        switch (answer)
        {
            case HookAnswer.Taken:
                await health.WorksAsync(hook, cancellation);
                return new Outcome.Done();
            case HookAnswer.Gone it:
                await health.StopAsync(hook, it.Why, cancellation);
                return new Outcome.GiveUp(it.Why, StuckCause.PlaceLost);
            case HookAnswer.Wait it:
                var until = attempt.Now + (it.Time < ShortestWait ? ShortestWait : it.Time > pulse.LongestRetry ? pulse.LongestRetry : it.Time);
                health.Hold(hook, until);
                return new Outcome.PutOff(until) { Why = it.Why };
            case HookAnswer.Failed it:
                return await health.FailedAsync(hook, attempt.Handoff.Id, it.Why, attempt.Now, cancellation)
                    ? new Outcome.GiveUp(it.Why, StuckCause.PlaceLost)
                    : new Outcome.Retry(it.Why, it.Uncertain);
            default:
                throw new InvalidOperationException($"There is no rule for {answer.GetType().Name}.");
        }
    }
}
