using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Does effects: one visible switch.</summary>
public sealed class EffectHandlers(CardHandler cards, FeedbackHandler feedback, NudgeHandler nudges, HookHandler hooks, IFacts facts, ILeadIndex index, IHandoffStore store, LeadDesk leads, Terms terms)
{
    private const int MaxTries = 20;

    internal async Task<Outcome> TryAsync(Attempt attempt, CancellationToken cancellation) => attempt.Entry.Effect switch
    {
        Effect.ShowCard => await cards.ShowAsync(attempt, cancellation),
        Effect.Feedback it => await feedback.ReplyAsync(attempt, it, cancellation),
        Effect.Nudge it => await nudges.NudgeAsync(attempt, it, cancellation),
        Effect.Tell it => await nudges.TellAsync(attempt, it, cancellation),
        Effect.RecordFact => await RecordAsync(attempt.Handoff, cancellation),
        Effect.Claim it => await ClaimAsync(attempt.Handoff, it, attempt.Now, cancellation),
        Effect.Suppress it => await SuppressAsync(attempt, it, cancellation),
        Effect.OfferAgain it => await OfferAgainAsync(attempt, it, cancellation),
        Effect.CallHook it => await hooks.CallAsync(attempt, it, cancellation),
        _ => throw new InvalidOperationException($"There is no rule for {attempt.Entry.Effect.GetType().Name}."),
    };

    private async Task<Outcome> RecordAsync(Handoff handoff, CancellationToken cancellation)
    {
        for (var tries = 1; !await facts.PutAsync(FactOf.Handoff(handoff, terms), cancellation); tries++)
        {
            // Somebody began to write a newer one, for an event that may bring no fact of its own.
            handoff = tries < MaxTries && await store.LoadAsync(handoff.Id, cancellation) is { } newer
                ? newer.Handoff
                : throw new TimeoutException($"The fact of handoff {handoff.Id} was overtaken by others {tries} times.");
        }

        if (!handoff.State.IsOpen() && handoff.Lead.Contact.Email is { } email)
        {
            // Several may do this at once, and one of them for a state that is past.
            await index.ReleaseAsync(email, handoff.Id, token => store.IsClosedAsync(handoff.Id, token), cancellation);
        }

        return new Outcome.Done();
    }

    private async Task<Outcome> ClaimAsync(Handoff handoff, Effect.Claim effect, DateTimeOffset now, CancellationToken cancellation)
    {
        // This handoff may be of a state that is past, and others may do the same.
        var claim = new PersonClaim(effect.Email, handoff.Lead.Company.Name, handoff.Id);
        for (var tries = 1; handoff.ErasedAt is null; tries++)
        {
            var settled = await index.SettleAsync(claim, async token => !await store.IsClosedAsync(handoff.Id, token), cancellation);
            if (settled is Settled.Suppressed)
            {
                await leads.WithdrawAsync(effect.Email, handoff.Id, now, cancellation);
            }

            if (settled is not Settled.Elsewhere { Other: var other })
            {
                break;
            }

            // The other one may have closed, and not let go of the person yet. One that is not there may be about to come.
            if (tries == MaxTries || await store.LoadAsync(other, cancellation) is not { Handoff.HoldsPerson: false })
            {
                await index.MentionAsync(claim, cancellation);
                break;
            }

            await index.ReleaseAsync(effect.Email, other, token => store.IsClosedAsync(other, token), cancellation);
        }

        return new Outcome.Done();
    }

    private async Task<Outcome> SuppressAsync(Attempt attempt, Effect.Suppress effect, CancellationToken cancellation)
    {
        await index.SuppressAsync(effect.Email, attempt.Handoff.Reason?.By ?? attempt.Handoff.Last.By, attempt.Now, cancellation);
        await leads.WithdrawAsync(effect.Email, attempt.Handoff.Id, attempt.Now, cancellation);
        return new Outcome.Done();
    }

    private async Task<Outcome> OfferAgainAsync(Attempt attempt, Effect.OfferAgain effect, CancellationToken cancellation)
    {
        if (attempt.Handoff.ErasedAt is null)
        {
            await leads.OfferAgainAsync(attempt.Handoff, effect.Next, effect.Round, attempt.Now, cancellation);
        }

        return new Outcome.Done();
    }
}
