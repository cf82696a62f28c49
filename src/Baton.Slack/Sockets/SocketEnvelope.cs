using System.Buffers;
using Baton.Edges.Reading;
using System.Text.Json;
using Baton.Slack.Events;
using Baton.Slack.Incoming;

namespace Baton.Slack.Sockets;

/// <summary>What Slack says over a socket: a payload as over HTTP, in an envelope that is to be acknowledged (https://docs.slack.dev/apis/events-api/using-socket-mode).</summary>
/// <param name="Id">The envelope's id.</param>
/// <param name="TakesPayload">Whether the acknowledgement may say something.</param>
/// <param name="Take">Gives the payload to whoever deals with it; null when it is malformed or of no known kind.</param>
internal sealed record SocketEnvelope(string Id, bool TakesPayload, Func<Reception, Task<Ack>>? Take)
{
    /// <summary>The envelope; null when it has no id, and so is none.</summary>
    /// <exception cref="InvalidOperationException">A text in it is no Unicode.</exception>
    public static SocketEnvelope? Read(JsonElement message) => message.Text("envelope_id") is { Length: > 0 } id
        ? new SocketEnvelope(id, message.Says("accepts_response_payload"), TakeOf(message.Text("type"), message.At("payload")))
        : null;

    /// <summary>The acknowledgement, in UTF-8.</summary>
    /// <param name="payload">What it says, a JSON object; left out where the envelope takes none.</param>
    public ReadOnlyMemory<byte> Answer(byte[]? payload)
    {
        var answer = new ArrayBufferWriter<byte>(256 + (payload?.Length ?? 0));
        using (var json = new Utf8JsonWriter(answer, Wire.WireJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id"u8, Id);
            if (payload is not null && TakesPayload)
            {
                json.WritePropertyName("payload"u8);
                json.WriteRawValue(payload, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return answer.WrittenMemory;
    }

    private static Func<Reception, Task<Ack>>? TakeOf(string? type, JsonElement payload)
    {
        switch (type)
        {
            case "slash_commands" when payload.Text("user_id") is { Length: > 0 } user && payload.Text("channel_id") is { Length: > 0 } channel:
                var command = new SlashCommand(user, channel, payload.Text("text") ?? "", payload.Text("response_url"));
                return reception => reception.TakeAsync(command);
            case "interactive" when InteractionReader.Read(payload) is { } interaction:
                return reception => reception.TakeAsync(interaction);
            case "events_api" when EventReader.Read(payload) is { } happened:
                var eventId = payload.Text("event_id");
                return reception => reception.TakeAsync(eventId, happened);
            default:
                return null;
        }
    }
}
