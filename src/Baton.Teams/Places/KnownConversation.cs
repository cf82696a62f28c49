namespace Baton.Teams.Places;

/// <summary>A conversation that Baton was told of, with what it takes to write there.</summary>
/// <param name="Id">Its id, without a thread.</param>
/// <param name="Kind"><c>Personal</c>, <c>GroupChat</c> or <c>Channel</c>.</param>
/// <param name="ServiceUrl">Where it is written to.</param>
/// <param name="Tenant">Its tenant; null when Teams did not say.</param>
/// <param name="Team">The team of a channel, of a shared one that through which Baton is there; null elsewhere.</param>
/// <param name="Name">Its name; null when Teams did not say.</param>
public sealed record KnownConversation(string Id, string Kind, Uri ServiceUrl, string? Tenant, string? Team, string? Name);
