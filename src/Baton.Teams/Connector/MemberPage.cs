namespace Baton.Teams.Connector;

/// <summary>Some of the members of a conversation.</summary>
/// <param name="Members">They.</param>
/// <param name="Continuation">Where the next page begins; null after the last.</param>
public sealed record MemberPage(IReadOnlyList<TeamsMember> Members, string? Continuation);
