namespace Baton.Teams.Connector;

/// <summary>A channel of a team.</summary>
/// <param name="Id">Its id, <c>19:…@thread.tacv2</c>.</param>
/// <param name="Name">Its name; null for the general channel, whose name Teams leaves to each reader's language.</param>
public sealed record TeamsChannel(string Id, string? Name);
