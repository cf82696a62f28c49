namespace Baton.Teams.Connector;

/// <summary>A conversation that was opened.</summary>
/// <param name="Id">Its id: of a person's conversation <c>a:…</c>, of a thread in a channel <c>19:…;messageid=…</c>.</param>
/// <param name="ActivityId">The message that began it; null where Teams does not say.</param>
public sealed record NewConversation(string Id, string? ActivityId);
