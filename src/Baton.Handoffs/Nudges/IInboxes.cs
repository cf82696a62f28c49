using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Nudges;

/// <summary>Keeps people's inboxes.</summary>
public interface IInboxes
{
    /// <summary>The inbox as it stands; an empty one for somebody who never had anything in it. One read.</summary>
    Task<Inbox> LoadAsync(EmailAddress person, CancellationToken cancellation);

    /// <summary>Changes an inbox, whoever else does so at the same time.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="change">What becomes of it; it may be asked again. The same object back changes nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What the last answer of <paramref name="change"/> was.</returns>
    Task<Inbox> ChangeAsync(EmailAddress person, Func<Inbox, Inbox> change, CancellationToken cancellation);
}
