using System.Collections.Concurrent;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A process's way to what is known of people.</summary>
public sealed class MemoryPeople(ConcurrentDictionary<EmailAddress, PersonState> rows, Wire wire) : IPeopleStore
{
    public Task<IReadOnlyList<PersonState>> AllAsync(CancellationToken cancellation) =>
        wire.CallAsync("people.all", IReadOnlyList<PersonState> () => [.. rows.Values]);

    public Task<PersonState> ChangeAsync(EmailAddress person, Func<PersonState, PersonState> change, CancellationToken cancellation) =>
        wire.CallAsync("people.change", () => rows.AddOrUpdate(person, _ => change(new PersonState { Email = person }), (_, was) => change(was)));
}
