using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Webhooks;

/// <summary>Hands what is due for hooks over to their lines, and says when to look whether it was done.</summary>
public sealed class HookCalls(IHookLines lines, Terms terms, Pulse pulse)
{
    /// <summary>Whether it is told in a line. What is for a hook that the configuration names no more has none, and is dropped with the rest.</summary>
    internal bool IsApart(OutboxEntry entry) => entry.Effect is Effect.CallHook call && terms.Hook(call.Hook) is not null;

    /// <summary>Whether it is for that hook.</summary>
    internal static bool IsFor(OutboxEntry entry, string hook) => entry.Effect is Effect.CallHook call && call.Hook == hook;

    /// <summary>Hands over what is due; answers when the handoff must be looked at again for it, null when nothing waits.</summary>
    /// <param name="file">The handoff with its outbox.</param>
    /// <param name="now">When.</param>
    internal DateTimeOffset? HandOver(HandoffFile file, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var hook in file.Outbox.Where(e => !e.Dead && IsApart(e)).GroupBy(e => ((Effect.CallHook)e.Effect).Hook, StringComparer.Ordinal))
        {
            var at = DueEffects.Next(file with { Outbox = [.. hook] }, now);
            if (at <= now)
            {
                lines.Hand(hook.Key, file.Handoff.Id);
                // By then it was told, or is being told, or whoever had it is dead.
                at = now + pulse.Claim;
            }

            next = NextWake.Earlier(next, at);
        }

        return next;
    }
}
