using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Nudges;

/// <summary>Puts what has to wait into people's inboxes. The wake-up that will look at it is there first.</summary>
public sealed class InboxDesk(IInboxes inboxes, IAgenda agenda, Pulse pulse)
{
    /// <summary>Puts one thing into an inbox; harmless when it is there already.</summary>
    /// <param name="person">Whose inbox.</param>
    /// <param name="item">What.</param>
    /// <param name="until">When it can be told at the earliest.</param>
    /// <param name="now">When it is put there.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task PutAsync(EmailAddress person, InboxItem item, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation)
    {
        var safe = now + pulse.Safety;
        await agenda.AddAsync(Wake(person, until > safe ? until : safe), cancellation);
        await inboxes.ChangeAsync(person, inbox => inbox.With(item), cancellation);
        if (until < safe)
        {
            await agenda.AddAsync(Wake(person, until), cancellation);
        }
    }

    /// <summary>Whether it is there, or was told and is not yet in its handoff's timeline.</summary>
    public async Task<bool> KnowsAsync(EmailAddress person, InboxItem item, CancellationToken cancellation)
    {
        var inbox = await inboxes.LoadAsync(person, cancellation);
        return ReferenceEquals(inbox.With(item), inbox);
    }

    private static Wake Wake(EmailAddress person, DateTimeOffset due) => new(WakeKind.Person, person.Value, due);
}
