using System.Text.Json.Nodes;

namespace Baton.Slack.Events;

/// <summary>What Slack is answered within its three seconds.</summary>
internal abstract record Ack
{
    private Ack()
    {
    }

    /// <summary>Received, with what Slack is to show or do; null for nothing.</summary>
    public sealed record Received(JsonObject? Payload) : Ack;

    /// <summary>Not stored, or not yet: Slack is to send it again, as it does with events that nobody acknowledges (https://docs.slack.dev/apis/events-api).</summary>
    public sealed record SendAgain : Ack;

    /// <summary>Received, and nothing else to say.</summary>
    public static Ack Empty { get; } = new Received(null);

    /// <summary>Not stored.</summary>
    public static Ack Again { get; } = new SendAgain();
}
