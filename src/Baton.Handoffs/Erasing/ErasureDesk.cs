using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Erasing;

/// <summary>
/// Erases a person: what says who it is goes from every row, what figures are counted from stays. Safe while others work on the same store:
/// handoffs change by compare-and-swap as always, and an erased one takes in nothing personal any more. What was begun and not ended is
/// taken up by erasing again: the indexes by which everything is found are forgotten last.
/// </summary>
public sealed class ErasureDesk(
    IPersonTraces persons, ILeadIndex index, IHandoffStore store, HandoffDesk desk, IFacts facts, IEnumerable<IMessageCopies> copies)
{
    private const int MaxTries = 20;

    /// <summary>Says what would be erased, and changes nothing.</summary>
    public async Task<ErasureReport> LookAsync(EmailAddress email, CancellationToken cancellation)
    {
        var file = await PersonFile.GatherAsync(email, persons, store, cancellation);
        var messages = 0;
        foreach (var place in copies)
        {
            messages += await place.CountAsync(file.InTexts, cancellation);
        }

        return Report(file, messages, file.Traces.IsSuppressed);
    }

    /// <summary>Erases.</summary>
    /// <param name="email">Whom.</param>
    /// <param name="mayReturn">Whether a lead of the person that is sent later is taken as a new one. A mark that stands already stays all the same.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops between steps; erasing again goes on.</param>
    public async Task<ErasureReport> EraseAsync(EmailAddress email, bool mayReturn, DateTimeOffset now, CancellationToken cancellation)
    {
        // First, so that no new handoff begins while the old ones go.
        if (!mayReturn)
        {
            await index.SuppressAsync(email, Person.Baton.Email, now, cancellation);
        }

        var file = await PersonFile.GatherAsync(email, persons, store, cancellation);
        foreach (var handoff in file.Handoffs)
        {
            await CloseAsync(handoff.Id, now, cancellation);
        }

        foreach (var (other, relative) in file.Relatives)
        {
            await desk.HandleAsync(other, new Intent.ForgetRelative(relative), Person.Baton, now, cancellation);
            await store.RewriteAsync(other, happened => ErasedHistory.Of(happened, relative), cancellation);
        }

        var messages = 0;
        foreach (var place in copies)
        {
            messages += await place.ReplaceAsync(file.InTexts, cancellation);
        }

        await ForgetAsync(email, file, cancellation);
        return Report(file, messages, !mayReturn || (await persons.OfAsync(email, cancellation)).IsSuppressed);
    }

    // Snapshot, fact and outbox: from here on nobody can read or send it.
    private async Task CloseAsync(HandoffId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var answer = await desk.HandleAsync(id, new Intent.Erase(), Person.Baton, now, cancellation);
        if (answer is DeskAnswer.Done { Handoff: var erased })
        {
            await facts.PutAsync(FactOf.Handoff(erased, desk.Terms), cancellation);
        }

        for (var tries = 1; await store.OpenAsync(id, cancellation) is { } file; tries++)
        {
            var naming = file.Outbox.Where(entry => entry.Effect is Effect.Suppress or Effect.Claim or Effect.OfferAgain).ToList();
            foreach (var suppress in naming.Select(entry => entry.Effect).OfType<Effect.Suppress>())
            {
                await index.SuppressAsync(suppress.Email, Person.Baton.Email, now, cancellation);
            }

            if (naming.Count == 0 || await store.CommitAsync(new HandoffChange(id) { Done = naming }, cancellation))
            {
                return;
            }

            if (tries == MaxTries)
            {
                throw new TimeoutException($"The outbox of handoff {id} was changed by others {MaxTries} times; erase again.");
            }
        }
    }

    // The rest of what the person could be found by goes last.
    private async Task ForgetAsync(EmailAddress email, PersonFile file, CancellationToken cancellation)
    {
        foreach (var handoff in file.Handoffs)
        {
            await store.RewriteAsync(handoff.Id, ErasedHistory.Of, cancellation);
        }

        foreach (var lead in file.Traces.Leads)
        {
            await persons.ForgetLeadAsync(lead, cancellation);
        }

        await persons.ForgetPersonAsync(email, cancellation);
    }

    private static ErasureReport Report(PersonFile file, int messages, bool suppressed) => new(
        [.. file.Handoffs.Select(h => h.Id)],
        file.Handoffs.Count(h => h.ErasedAt is not null),
        file.Traces.Leads.Count,
        file.Relatives.Select(r => r.Other).Distinct().Count(),
        messages,
        suppressed);
}
