using Baton.Handoffs.Leads;

namespace Baton.Handoffs.People;

/// <summary>Keeps what is known of people beyond the configuration.</summary>
public interface IPeopleStore
{
    /// <summary>Everybody of whom anything is known, in one query.</summary>
    Task<IReadOnlyList<PersonState>> AllAsync(CancellationToken cancellation);

    /// <summary>Changes what is known of one person, whoever else does so at the same time.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="change">What becomes of what was known; it may be asked again. The same value back changes nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What is known now.</returns>
    Task<PersonState> ChangeAsync(EmailAddress person, Func<PersonState, PersonState> change, CancellationToken cancellation);
}
