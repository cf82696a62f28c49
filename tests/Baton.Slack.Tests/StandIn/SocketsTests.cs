using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.StandIn;

/// <summary>Socket Mode with nothing but a WebSocket client.</summary>
public sealed class SocketsTests : IAsyncLifetime
{
    private StrictSlack slack = null!;
    private RawCaller caller = null!;
    private WorkspaceChannel sales = null!;
    private WorkspaceUser aoi = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync(new StrictSlackSettings { SocketMode = true });
        slack.Delivery.Patience = TimeSpan.FromSeconds(30);
        caller = new RawCaller(slack) { Token = slack.Settings.AppToken };
        sales = slack.AddChannel("sales");
        aoi = slack.AddUser("Aoi", "aoi@sales.example");
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Slack_says_hello_asks_and_takes_the_answer()
    {
        using var socket = await ConnectAsync(await UrlAsync());
        Assert.Equal("hello", (await HearAsync(socket)).GetProperty("type").GetString());

        var command = slack.CommandAsync(aoi, sales, "/funnel", "mine");
        var envelope = await HearAsync(socket);
        await SayAsync(socket, $$$"""{"envelope_id":"{{{envelope.GetProperty("envelope_id").GetString()}}}","payload":{"text":"yours"}}""");

        Assert.True((await command).Ok);
        Assert.Equal(("slash_commands", true), (envelope.GetProperty("type").GetString(), envelope.GetProperty("accepts_response_payload").GetBoolean()));
        Assert.Equal("mine", envelope.GetProperty("payload").GetProperty("text").GetString());
        Assert.Equal("yours", Assert.Single(slack.Ephemerals(aoi)).Text);
    }

    [Fact]
    public async Task What_is_not_acknowledged_in_time_comes_again_if_it_is_an_event()
    {
        using var socket = await ConnectAsync(await UrlAsync());
        await HearAsync(socket);
        slack.Delivery.Patience = TimeSpan.FromMilliseconds(500);
        slack.Delivery.Retries = [TimeSpan.Zero];

        var written = slack.WriteAsync(aoi, sales, "hello");
        var first = await HearAsync(socket);
        var second = await HearAsync(socket);
        await SayAsync(socket, $$"""{"envelope_id":"{{second.GetProperty("envelope_id").GetString()}}"}""");
        await written;

        Assert.Equal((0, 1), (first.GetProperty("retry_attempt").GetInt32(), second.GetProperty("retry_attempt").GetInt32()));
        Assert.Equal(first.GetProperty("payload").GetProperty("event_id").GetString(), second.GetProperty("payload").GetProperty("event_id").GetString());
    }

    [Fact]
    public async Task An_address_opens_one_connection()
    {
        var url = await UrlAsync();
        using var first = await ConnectAsync(url);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(url));
    }

    [Fact]
    public async Task A_connection_is_warned_before_it_is_replaced()
    {
        using var socket = await ConnectAsync(await UrlAsync());
        await HearAsync(socket);

        JsonElement told = default;
        await slack.Sockets.RefreshAsync(async () => told = await HearAsync(socket));

        Assert.Equal(("disconnect", "refresh_requested"), (told.GetProperty("type").GetString(), told.GetProperty("reason").GetString()));
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(new byte[64].AsMemory(), CancellationToken.None)).MessageType);
    }

    [Fact]
    public async Task Switched_off_it_says_so_and_admits_nobody()
    {
        using var socket = await ConnectAsync(await UrlAsync());
        await HearAsync(socket);
        var unused = await UrlAsync();

        await slack.Sockets.DisableLinkAsync();

        Assert.Equal("link_disabled", (await HearAsync(socket)).GetProperty("reason").GetString());
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(unused));
    }

    [Fact]
    public async Task Without_a_connection_people_see_that_the_app_is_away()
    {
        Assert.False((await slack.CommandAsync(aoi, sales, "/funnel", "")).Ok);
        Assert.Contains("dispatch_failed", Assert.Single(slack.Ephemerals(aoi)).Text, StringComparison.Ordinal);
    }

    private async Task<Uri> UrlAsync() => new((await caller.FormAsync("apps.connections.open")).GetProperty("url").GetString()!);

    private static async Task<ClientWebSocket> ConnectAsync(Uri url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(url, CancellationToken.None);
        return socket;
    }

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
        return JsonElement.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count));
    }

    private static Task SayAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
}
