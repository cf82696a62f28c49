using Baton.Handoffs.Leads;

namespace Baton.Handoffs.People;

/// <summary>Everybody who may act, by e-mail address and by pool.</summary>
public sealed class Roster(IReadOnlyList<Person> people)
{
    private readonly Dictionary<EmailAddress, Person> byEmail = people.ToDictionary(p => p.Email);

    /// <summary>Everybody, in the configured order.</summary>
    public IReadOnlyList<Person> People { get; } = people;

    /// <summary>The person of that address, or null.</summary>
    public Person? Find(EmailAddress email) => byEmail.GetValueOrDefault(email);

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
}
