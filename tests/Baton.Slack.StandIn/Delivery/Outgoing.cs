using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Delivery;

/// <summary>Something that Slack tells the app.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">The payload: an event's envelope, an interaction, or a command's fields.</param>
internal sealed record Outgoing(OutgoingKind Kind, JsonObject Payload)
{
    /// <summary>Which repetition this is; 0 for the first delivery.</summary>
    public int Retry { get; init; }

    /// <summary>Why it is repeated.</summary>
    public string? Reason { get; init; }
}
