using System.Text.Json.Nodes;

namespace Baton.Teams.Connector;

/// <summary>One call, before it is made.</summary>
/// <param name="Name">Its name in logs and figures.</param>
/// <param name="Verb">The HTTP verb.</param>
/// <param name="Path">The path below the service URL, escaped.</param>
/// <param name="Lane">What it counts against: see <see cref="ConnectorPace"/>.</param>
internal sealed record ConnectorCall(string Name, HttpMethod Verb, string Path, Lane Lane)
{
    /// <summary>The body; null for none.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>Whether it may be made again without knowing what came of it.</summary>
    public bool IsRepeatable { get; init; } = true;
}
