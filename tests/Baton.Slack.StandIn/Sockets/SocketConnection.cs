using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Sockets;

/// <summary>One connection of the app's: asks, and matches acknowledgements to what was asked.</summary>
internal sealed class SocketConnection(WebSocket socket)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> asked = new();
    private readonly SemaphoreSlim speaking = new(1, 1);

    /// <summary>Sends an envelope and waits until it is acknowledged.</summary>
    /// <returns>The payload of the acknowledgement; null without.</returns>
    public async Task<JsonNode?> AskAsync(JsonObject envelope, CancellationToken cancellation)
    {
        var id = envelope["envelope_id"]!.GetValue<string>();
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SayAsync(envelope.ToJsonString());
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            asked.TryRemove(id, out _);
        }
    }

    public async Task SayAsync(string text)
    {
        await speaking.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            speaking.Release();
        }
    }

    /// <summary>Reads acknowledgements until the connection ends; whatever was asked then fails.</summary>
    public async Task ListenAsync(CancellationToken cancellation)
    {
        try
        {
            while (await ReadAsync(cancellation) is { } text)
            {
                Match(text);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The app or a test cut it; who asked is told below.
        }

        foreach (var open in asked.Values)
        {
            open.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>Closes it politely.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "refresh", CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // It was gone already.
        }
    }

    public void Abort() => socket.Abort();

    private void Match(string text)
    {
        if (JsonNode.Parse(text) is JsonObject ack && ack["envelope_id"]?.GetValue<string>() is { } id && asked.TryGetValue(id, out var open))
        {
            open.TrySetResult(ack["payload"]?.DeepClone());
        }
    }

    private async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            await whole.WriteAsync(buffer.AsMemory(0, part.Count), cancellation);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(whole.ToArray());
    }
}
