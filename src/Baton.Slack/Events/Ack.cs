using System.Text.Json.Nodes;

namespace Baton.Slack.Events;

/// <summary>What Slack is answered within its three seconds.</summary>
internal abstract record Ack
{
    private Ack()
    {
    }

    /// <summary>Received, with what Slack is to show or do.</summary>
    /// <param name="Payload">A JSON object in UTF-8; null for nothing.</param>
    public sealed record Received(byte[]? Payload) : Ack
    {
        /// <summary>Received, with what Slack is to show or do.</summary>
        public Received(JsonObject payload)
            : this(Wire.WireJson.Bytes(payload))
        {
        }
    }

    /// <summary>Not stored, or not yet: Slack is to send it again, as it does with events that nobody acknowledges (https://docs.slack.dev/apis/events-api).</summary>
    public sealed record SendAgain : Ack;

    /// <summary>Received, and nothing else to say.</summary>
    public static Ack Empty { get; } = new Received((byte[]?)null);

    /// <summary>Not stored.</summary>
    public static Ack Again { get; } = new SendAgain();
}
