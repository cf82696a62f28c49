using System.Text.Json;

namespace Baton.Teams.Connector;

/// <summary>One try at a call.</summary>
/// <param name="Reply">What came of it.</param>
internal sealed record Attempt(ConnectorReply<JsonElement> Reply)
{
    /// <summary>Whether Teams asks for another try soon.</summary>
    public bool IsWorthRepeating { get; init; }

    /// <summary>How long Teams asks to wait before; null when it does not say.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Whether Teams did not take Baton's token.</summary>
    public bool IsUnauthorized { get; init; }
}
