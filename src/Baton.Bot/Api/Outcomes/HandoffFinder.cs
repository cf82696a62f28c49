using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Finds the handoff that somebody outside means.</summary>
internal sealed class HandoffFinder(IHandoffStore store, ILeadIndex index)
{
    // A lead that is recycled this often is stuck in a ring of our own making.
    private const int MaxRounds = 1_000;

    /// <summary>The handoff, or null when there is none.</summary>
    internal async Task<Handoff?> FindAsync(SentOutcome sent, CancellationToken cancellation)
    {
        if (sent.Handoff is { } id)
        {
            return HandoffId.IsWellFormed(id) ? await LoadAsync(new HandoffId(id), cancellation) : null;
        }

        if (sent is { Source: { } source, ExternalId: { } externalId })
        {
            return await OfLeadAsync(source.Trim(), externalId.Trim(), cancellation);
        }

        return EmailAddress.TryParse(sent.Email, out var email) ? await OfPersonAsync(email, cancellation) : null;
    }

    // A duplicate's outcome belongs to the handoff that it repeats; a recycled lead's to its latest round.
    private async Task<Handoff?> OfLeadAsync(string source, string externalId, CancellationToken cancellation)
    {
        var traces = await index.LookUpAsync(source, externalId, null, cancellation);
        var found = traces.Earlier?.Handoff is { } first ? await LoadAsync(first, cancellation) : null;
        for (var round = 0; found?.FollowedBy is { } next && round < MaxRounds; round++)
        {
            found = await LoadAsync(next, cancellation) ?? found;
        }

        return found;
    }

    private async Task<Handoff?> OfPersonAsync(EmailAddress email, CancellationToken cancellation)
    {
        var found = new List<Handoff>();
        foreach (var id in await index.OfPersonAsync(email, cancellation))
        {
            if (await LoadAsync(id, cancellation) is { } each)
            {
                found.Add(each);
            }
        }

        return found.MaxBy(h => (h.State.IsOpen(), h.Milestones.Created));
    }

    private async Task<Handoff?> LoadAsync(HandoffId id, CancellationToken cancellation) => (await store.LoadAsync(id, cancellation))?.Handoff;
}
