using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Teams.Connector;

namespace Baton.Teams.Watching;

/// <summary>Whether Teams takes Baton for who it is, and Baton can tell what comes from Teams: what <c>/readyz</c> says of Teams.</summary>
public sealed class TeamsHealth : IPlatformHealth
{
    // Each is one reference, replaced as a whole.
    private volatile TeamsStanding standing = TeamsStanding.Well;
    private volatile string? connector;

    /// <inheritdoc />
    public string Platform => TeamsPlatform.PlatformName;

    /// <inheritdoc />
    public string? Problem => standing.Problem ?? connector;

    /// <summary>What was found.</summary>
    internal void Found(TeamsStanding found) => standing = found;

    /// <summary>What came of a call of the connector: whether it took Baton's token. What never got there says nothing of it.</summary>
    internal void Called(ConnectorReply<JsonElement> reply) => connector = reply switch
    {
        ConnectorReply<JsonElement>.Done => null,
        ConnectorReply<JsonElement>.Refused { IsCredential: true } it => $"Teams does not take Baton's token, and nothing can be posted there ({it.Code}). {it.Why}",
        _ => connector,
    };
}
