using Baton.Edges.Reading;
using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Baton.Slack.Events;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Sockets;

/// <summary>
/// One socket: takes what comes, and acknowledges each envelope on the socket that it came on, after what it says is stored. A peer that answers no ping
/// for a while counts as gone.
/// </summary>
internal sealed partial class SocketLine : IAsyncDisposable
{
    /// <summary>The longest message that is taken, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>How often the other side is pinged, and how long it may take to answer.</summary>
    public static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    /// <summary>How long what is being worked on may take when the socket is given up.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket socket = new();
    private readonly Reception reception;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim speaking = new(1);
    private readonly CancellationTokenSource cut = new();

    // Of what is being worked on; guarded by itself.
    private readonly HashSet<Task> working = [];
    private Task listening = Task.CompletedTask;

    /// <summary>A socket that is not open yet.</summary>
    public SocketLine(Reception reception, TimeProvider time, ILogger logger)
    {
        (this.reception, this.time, this.logger) = (reception, time, logger);
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (Ping, Ping);
    }

    /// <summary>Ends when a successor is needed.</summary>
    public Task<SocketEnd> End => end.Task;

    /// <summary>Opens it and waits until Slack says hello: before that, an open socket means nothing.</summary>
    public async Task OpenAsync(Uri url, CancellationToken cancellation)
    {
        await socket.ConnectAsync(url, cancellation);
        listening = ListenAsync();
        await Task.WhenAny(hello.Task, end.Task).WaitAsync(cancellation);
        if (!hello.Task.IsCompleted)
        {
            throw new WebSocketException("Slack closed the socket before it said hello.");
        }
    }

    /// <summary>Gives it up: what came is acknowledged first.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await WorkedOffAsync().WaitAsync(Grace, time);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cut.Token);
            await listening.WaitAsync(Grace, time);
        }
        catch (Exception gone) when (gone is TimeoutException or WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is cut below.
        }
    }

    /// <summary>Waits until Slack closes it, as it announced; what comes meanwhile is still taken.</summary>
    /// <param name="patience">How long at most.</param>
    /// <param name="stop">No socket is wanted any more: it is given up at once.</param>
    public async Task RunOutAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await listening.WaitAsync(patience, time, stop);
        }
        catch (Exception enough) when (enough is TimeoutException or OperationCanceledException)
        {
            await CloseAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await cut.CancelAsync();
        await listening;
        socket.Dispose();
        speaking.Dispose();
        cut.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await ReceiveAsync(buffer))
            {
                Take(buffer.WrittenMemory);
                buffer.ResetWrittenCount();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            Log.Cut(logger, gone.GetType().Name);
        }
        finally
        {
            end.TrySetResult(SocketEnd.Closed);
        }
    }

    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> buffer)
    {
        while (buffer.WrittenCount <= MaxBytes)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cut.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            buffer.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return true;
            }
        }

        Log.Unreadable(logger);
        return false;
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, JsonReading.Strict);
            var message = document.RootElement;
            switch (message.Text("type"))
            {
                case "hello":
                    hello.TrySetResult();
                    break;
                case "disconnect":
                    Log.Disconnect(logger, message.Text("reason") is "warning" or "refresh_requested" or "link_disabled" or "too_many_websockets" ? message.Text("reason")! : "unknown");
                    end.TrySetResult(EndOf(message.Text("reason")));
                    break;
                default:
                    Take(SocketEnvelope.Read(message));
                    break;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            Log.Unreadable(logger);
        }
    }

    // Over the limit the reason comes in place of hello: https://github.com/slackapi/node-slack-sdk/pull/1762
    private static SocketEnd EndOf(string? reason) => reason switch
    {
        "link_disabled" => SocketEnd.SwitchedOff,
        "too_many_websockets" => SocketEnd.TooMany,
        _ => SocketEnd.Refresh,
    };

    private void Take(SocketEnvelope? envelope)
    {
        if (envelope is null)
        {
            Log.Unreadable(logger);
            return;
        }

        var work = WorkAsync(envelope);
        lock (working)
        {
            working.RemoveWhere(w => w.IsCompleted);
            working.Add(work);
        }
    }

    // An envelope that says nothing known is acknowledged too, or Slack would send it for ever.
    private async Task WorkAsync(SocketEnvelope envelope)
    {
        if (envelope.Take is null)
        {
            Log.Unreadable(logger);
        }

        var ack = envelope.Take is { } take ? await take(reception) : Ack.Empty;
        if (ack is Ack.Received received)
        {
            await AcknowledgeAsync(envelope, received);
        }
    }

    private async Task AcknowledgeAsync(SocketEnvelope envelope, Ack.Received received)
    {
        try
        {
            await speaking.WaitAsync(cut.Token);
            try
            {
                await socket.SendAsync(envelope.Answer(received.Payload), WebSocketMessageType.Text, true, cut.Token);
            }
            finally
            {
                speaking.Release();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Log.Unacknowledged(logger);
        }
    }

    private Task WorkedOffAsync()
    {
        lock (working)
        {
            return Task.WhenAll(working);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A socket to Slack ended ({Why}); another takes its place.")]
        public static partial void Cut(ILogger logger, string why);

        [LoggerMessage(2, LogLevel.Information, "Slack ends a socket ({Reason}).")]
        public static partial void Disconnect(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Slack sent something over a socket that cannot be read; nothing was done.")]
        public static partial void Unreadable(ILogger logger);

        [LoggerMessage(4, LogLevel.Warning, "An acknowledgement could not be sent: its socket is gone. Slack sends the event again over another.")]
        public static partial void Unacknowledged(ILogger logger);
    }
}
