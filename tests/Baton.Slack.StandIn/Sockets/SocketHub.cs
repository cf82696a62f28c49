using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Delivery;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.StandIn.Sockets;

/// <summary>
/// Socket Mode from Slack's side: hands out addresses that work once, says hello, gives each payload to any one of the connections, and waits 3 seconds for the acknowledgement.
/// Source: https://docs.slack.dev/apis/events-api/using-socket-mode
/// </summary>
public sealed class SocketHub
{
    /// <summary>Slack takes this many connections of one app.</summary>
    private const int MostConnections = 10;

    private readonly StrictSlackSettings settings;
    private readonly DeliverySettings delivery;

    // All guarded by the gate: requests, acts and connections come at once.
    private readonly Lock gate = new();
    private readonly HashSet<string> tickets = [];
    private readonly List<SocketConnection> connections = [];
    private int turn;
    private Uri address = new("ws://127.0.0.1");

    internal SocketHub(StrictSlackSettings settings, DeliverySettings delivery)
    {
        this.settings = settings;
        this.delivery = delivery;
    }

    /// <summary>Whether Socket Mode is on; off refuses new connections.</summary>
    public bool On { get; private set; } = true;

    /// <summary>How many connections are up.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return connections.Count;
            }
        }
    }

    /// <summary>How many connections there were since the start.</summary>
    public int Ever { get; private set; }

    /// <summary>No hello is said to new connections, to see whether the app waits for it.</summary>
    public bool Speechless { get; set; }

    /// <summary>Tells the oldest connection to be replaced and closes it after a while, as Slack does every hour or so.</summary>
    /// <param name="meanwhile">What happens before it is closed; Slack gives about ten seconds after <c>warning</c>.</param>
    /// <param name="reason"><c>refresh_requested</c> or <c>warning</c>.</param>
    public async Task RefreshAsync(Func<Task> meanwhile, string reason = "refresh_requested")
    {
        var oldest = Oldest() ?? throw new InvalidOperationException("No connection is up.");
        await oldest.SayAsync(Disconnect(reason));
        await meanwhile();
        await oldest.CloseAsync();
    }

    /// <summary>Cuts all connections without a word.</summary>
    public void Drop()
    {
        foreach (var connection in All())
        {
            connection.Abort();
        }
    }

    /// <summary>Turns Socket Mode off on the app's page.</summary>
    public async Task DisableLinkAsync()
    {
        On = false;
        foreach (var connection in All())
        {
            await DisableAsync(connection);
        }
    }

    /// <summary>Says something raw over one connection, as an unknown envelope.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="to">Over which, counted from the oldest, which is 0.</param>
    public Task SayAsync(string text, int to = 0) => (All().ElementAtOrDefault(to) ?? throw new InvalidOperationException("No such connection is up.")).SayAsync(text);

    internal void Listen(Uri server) => address = server;

    internal string NewUrl()
    {
        lock (gate)
        {
            var ticket = $"{Guid.NewGuid():N}";
            tickets.Add(ticket);
            return new UriBuilder(address) { Scheme = "ws", Path = "/link/", Query = $"ticket={ticket}&app_id={settings.AppId}" }.Uri.ToString();
        }
    }

    /// <summary>Takes a connection that comes with an unused ticket, and stays with it until it ends.</summary>
    internal async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !Admit(context.Request.Query["ticket"].ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new SocketConnection(socket);
        await GreetAsync(connection);
        try
        {
            await connection.ListenAsync(context.RequestAborted);
        }
        finally
        {
            lock (gate)
            {
                connections.Remove(connection);
            }
        }
    }

    /// <summary>Gives a payload to one connection and waits for its acknowledgement.</summary>
    internal async Task<AppAnswer> SendAsync(Outgoing outgoing)
    {
        var clock = Stopwatch.StartNew();
        if (Next() is not { } connection)
        {
            return new(0, "", clock.Elapsed, true);
        }

        using var patience = new CancellationTokenSource(delivery.Patience, TimeProvider.System);
        try
        {
            var ack = await connection.AskAsync(Envelope(outgoing), patience.Token);
            return new(200, ack?.ToJsonString() ?? "", clock.Elapsed, true);
        }
        catch (OperationCanceledException)
        {
            return new(0, "", clock.Elapsed, !patience.IsCancellationRequested);
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            return new(0, "", clock.Elapsed, true);
        }
    }

    private static string Disconnect(string reason) => new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "strict" } }.ToJsonString();

    private static JsonObject Envelope(Outgoing outgoing)
    {
        var envelope = new JsonObject
        {
            ["type"] = outgoing.Kind switch { OutgoingKind.Event => "events_api", OutgoingKind.Interaction => "interactive", _ => "slash_commands" },
            ["envelope_id"] = $"{Guid.NewGuid():D}",
            ["payload"] = outgoing.Payload.DeepClone(),
            ["accepts_response_payload"] = outgoing.Kind != OutgoingKind.Event,
        };
        if (outgoing.Kind == OutgoingKind.Event)
        {
            envelope["retry_attempt"] = outgoing.Retry;
            envelope["retry_reason"] = outgoing.Reason is null ? "" : "timeout";
        }

        return envelope;
    }

    // An app that gives up all its connections at the first word has left the others by then.
    private static async Task DisableAsync(SocketConnection connection)
    {
        try
        {
            await connection.SayAsync(Disconnect("link_disabled"));
            await connection.CloseAsync();
        }
        catch (Exception left) when (left is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It needs to be told nothing.
        }
    }

    private async Task GreetAsync(SocketConnection connection)
    {
        int number;
        lock (gate)
        {
            Ever++;
            number = connections.Count + 1;
        }

        if (!Speechless)
        {
            await connection.SayAsync(new JsonObject
            {
                ["type"] = "hello", ["num_connections"] = number, ["connection_info"] = new JsonObject { ["app_id"] = settings.AppId },
                ["debug_info"] = new JsonObject { ["host"] = "strict", ["approximate_connection_time"] = 3600 },
            }.ToJsonString());
        }

        lock (gate)
        {
            connections.Add(connection);
        }
    }

    private bool Admit(string ticket)
    {
        lock (gate)
        {
            return tickets.Remove(ticket) && On && connections.Count < MostConnections;
        }
    }

    private SocketConnection? Next()
    {
        lock (gate)
        {
            return connections.Count == 0 ? null : connections[turn++ % connections.Count];
        }
    }

    private SocketConnection? Oldest()
    {
        lock (gate)
        {
            return connections.FirstOrDefault();
        }
    }

    private List<SocketConnection> All()
    {
        lock (gate)
        {
            return [.. connections];
        }
    }
}
