namespace Baton.Teams.Connector;

/// <summary>Somebody in a conversation. Any text but the id may be missing, of guests most are.</summary>
/// <param name="Id">The id that only this bot knows the person by, <c>29:…</c>.</param>
/// <param name="ObjectId">The person's Entra object id; null when Teams does not say.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="PrincipalName">The user principal name, which often is the e-mail address.</param>
/// <param name="TenantId">The tenant that the person belongs to.</param>
public sealed record TeamsMember(string Id, string? ObjectId, string? Name, string? Email, string? PrincipalName, string? TenantId)
{
    /// <summary>What the person is in the tenant: <c>user</c>, <c>guest</c> or <c>anonymous</c>; null when Teams does not say.</summary>
    public string? Role { get; init; }
}
