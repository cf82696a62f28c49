using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;

namespace Baton.Handoffs.People;

/// <summary>
/// What happens to one person when a wake-up is due: what a long absence takes from the person goes back to the pool, what waits in the inbox is
/// told. When to come back is written before the wake-ups that led here are deleted.
/// </summary>
public sealed class PersonRunner(PeopleDesk people, InboxRunner inbox, Runner handoffs, IFacts facts, IAgenda agenda, SafetyWakes wakes, Terms terms, TimeProvider time)
{
    /// <summary>Brings everything of one person up to date.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps; the wake-ups stay then.</param>
    public async Task RunAsync(EmailAddress person, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        await people.RefreshAsync(cancellation);
        await RelieveAsync(person, cancellation);
        var next = NextWake.Earlier(await inbox.RunAsync(person, cancellation), ReturnOf(person));
        await agenda.SettleAsync(handled, WakeKind.Person, person.Value, next, cancellation);
    }

    // Each handoff decides for itself, as at every wake-up of its own: one whose fact is late gives itself back then.
    private async Task RelieveAsync(EmailAddress person, CancellationToken cancellation)
    {
        if (terms.Roster.Find(person)?.Absence is not { } absence || !absence.Covers(time.GetUtcNow()) || !absence.IsLongerThan(terms.HandBackAfter))
        {
            return;
        }

        await foreach (var fact in facts.OpenAsync(cancellation))
        {
            if (fact.OfferedTo == person || (fact.Owner == person && fact.State == HandoffState.Accepted))
            {
                await handoffs.RunAsync(fact.Id, [await wakes.WriteAsync(fact.Id, cancellation)], cancellation);
            }
        }
    }

    private DateTimeOffset? ReturnOf(EmailAddress person) =>
        terms.Roster.Anybody(person).Absence?.Until is { } until && until > time.GetUtcNow() ? until : null;
}
