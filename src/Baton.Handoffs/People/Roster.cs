using Baton.Handoffs.Leads;

namespace Baton.Handoffs.People;

/// <summary>
/// Everybody who may act, by e-mail address and by pool: as configured, with what is known of them beyond (absences, languages, time zones).
/// A lookup is one in memory.
/// </summary>
public sealed class Roster(IReadOnlyList<Person> people)
{
    // Replaced as a whole, by one learner at a time: readers see one consistent state without a lock.
    private volatile Standing standing = new(people, []);

    /// <summary>Everybody, in the configured order.</summary>
    public IReadOnlyList<Person> People => standing.People;

    /// <summary>The person of that address, or null.</summary>
    public Person? Find(EmailAddress email) => standing.ByEmail.GetValueOrDefault(email);

    /// <summary>The person of that address; for somebody whom nobody configured, one who may look only.</summary>
    public Person Anybody(EmailAddress email)
    {
        var now = standing;
        if (now.ByEmail.TryGetValue(email, out var configured))
        {
            return configured;
        }

        var bare = new Person { Email = email, Name = email.Value };
        return now.Known.GetValueOrDefault(email)?.Over(bare) ?? bare;
    }

    /// <summary>What is known of that person beyond the configuration.</summary>
    public PersonState StateOf(EmailAddress email) => standing.Known.GetValueOrDefault(email) ?? new PersonState { Email = email };

    /// <summary>The name to show for an address: the person's, or the address itself for somebody unknown.</summary>
    public string NameOf(EmailAddress email) => Find(email)?.Name ?? email.Value;

    /// <summary>Who may take the pool's offers.</summary>
    public IEnumerable<Person> MembersOf(string pool) => People.Where(p => p.Is(Roles.Rep) && p.Pools.Contains(pool, StringComparer.Ordinal));

    /// <summary>The managers of a pool: those who list it, or every manager when none does.</summary>
    public IReadOnlyList<Person> ManagersOf(string pool)
    {
        var managers = People.Where(p => p.Is(Roles.Manager)).ToList();
        var own = managers.Where(p => p.Pools.Contains(pool, StringComparer.Ordinal)).ToList();
        return own.Count > 0 ? own : managers;
    }

    /// <summary>Takes over what is known beyond the configuration: all of it, nothing stays of what was known before.</summary>
    public void Learn(IReadOnlyCollection<PersonState> states) => standing = new Standing(people, states);

    private sealed class Standing
    {
        public Standing(IReadOnlyList<Person> configured, IReadOnlyCollection<PersonState> states)
        {
            Known = states.ToDictionary(s => s.Email);
            People = [.. configured.Select(p => Known.TryGetValue(p.Email, out var state) ? state.Over(p) : p)];
            ByEmail = People.ToDictionary(p => p.Email);
        }

        public Dictionary<EmailAddress, PersonState> Known { get; }

        public IReadOnlyList<Person> People { get; }

        public Dictionary<EmailAddress, Person> ByEmail { get; }
    }
}
