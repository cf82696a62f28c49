using Baton.Handoffs.Leads;

namespace Baton.Teams.Places;

/// <summary>Keeps what Teams tells once and is needed ever after: where conversations are written to, and who is who.</summary>
public interface ITeamsMemory
{
    /// <summary>A conversation by its id; null when Baton was never told of it.</summary>
    Task<KnownConversation?> ConversationAsync(string id, CancellationToken cancellation);

    /// <summary>All of them.</summary>
    Task<IReadOnlyList<KnownConversation>> ConversationsAsync(CancellationToken cancellation);

    /// <summary>Remembers a conversation that was not known; false, and nothing changed, when it was.</summary>
    Task<bool> AddAsync(KnownConversation conversation, CancellationToken cancellation);

    /// <summary>Remembers a conversation, in place of what was known of it.</summary>
    Task KeepAsync(KnownConversation conversation, CancellationToken cancellation);

    /// <summary>Forgets a conversation. Harmless to repeat.</summary>
    Task ForgetAsync(string id, CancellationToken cancellation);

    /// <summary>The greeting of a conversation; null when nobody there is to be greeted.</summary>
    Task<Greeting?> GreetingAsync(string conversation, CancellationToken cancellation);

    /// <summary>Stores a greeting, if it is as it was read, or there is none when it has no <see cref="Greeting.Tag"/>.</summary>
    /// <returns>It with its new tag; null, and nothing was stored, when somebody else was quicker.</returns>
    Task<Greeting?> SaveAsync(Greeting greeting, CancellationToken cancellation);

    /// <summary>Forgets the greeting of a conversation. Harmless to repeat.</summary>
    Task ForgetGreetingAsync(string conversation, CancellationToken cancellation);

    /// <summary>Somebody by e-mail address; null when Teams never told of them.</summary>
    Task<KnownPerson?> PersonAsync(EmailAddress email, CancellationToken cancellation);

    /// <summary>All of them.</summary>
    Task<IReadOnlyList<KnownPerson>> PeopleAsync(CancellationToken cancellation);

    /// <summary>Remembers a person, in place of what was known of them.</summary>
    Task KeepAsync(KnownPerson person, CancellationToken cancellation);
}
