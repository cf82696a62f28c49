using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using Baton.Slack.Tests.Wire;

namespace Baton.Slack.Tests.Api;

/// <summary>What goes over the wire, and what is made of whatever comes back, or does not.</summary>
public sealed class SlackClientWireTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";

    private static readonly JsonObject Message = new() { ["channel"] = "C1", ["text"] = "佐々木 <様>", ["blocks"] = new JsonArray() };

    [Fact]
    public async Task Messages_go_as_JSON_with_the_token_in_the_header_only()
    {
        await using var server = RawServer.Saying(Ok);
        await using var slack = Parts(server);
        Assert.IsType<SlackAnswer.Ok>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /api/chat.postMessage HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer xoxb-secret\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("""{"channel":"C1","text":"佐々木 <様>","blocks":[]}""", request, StringComparison.Ordinal);
        Assert.Single(request.Split("xoxb-secret")[1..]);
    }

    [Fact]
    public async Task Everything_else_goes_as_a_form_in_which_what_has_a_structure_is_a_text()
    {
        await using var server = RawServer.Saying(Ok);
        await using var slack = Parts(server);
        await slack.Client.CallAsync(
            SlackMethod.ConversationsHistory, new JsonObject { ["channel"] = "C1", ["limit"] = 200, ["include_all_metadata"] = true, ["cursor"] = null, ["x"] = new JsonArray("a&b=ü") }, default);
        var request = Assert.Single(server.Requests);
        Assert.Contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nchannel=C1&limit=200&include_all_metadata=true&x=%5B%22a%26b%3D%C3%BC%22%5D", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sockets_are_opened_with_the_apps_own_token()
    {
        await using var server = RawServer.Saying(Ok);
        await using var slack = Parts(server);
        await slack.Client.CallAsync(SlackMethod.AppsConnectionsOpen, [], default);
        Assert.Contains("\r\nAuthorization: Bearer xapp-secret\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var api = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/api/");
        closed.Stop();
        await using var slack = Parts(api);
        var answer = await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default);
        Assert.Contains("ConnectionRefused", Assert.IsType<SlackAnswer.NotSent>(answer).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_ends_without_an_answer_leaves_a_post_uncertain_and_an_update_to_be_repeated()
    {
        await using var server = new RawServer((_, _, _) => Task.CompletedTask);
        await using var slack = Parts(server);
        Assert.IsType<SlackAnswer.Uncertain>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default));
        Assert.IsType<SlackAnswer.NotSent>(await slack.Client.CallAsync(SlackMethod.ChatUpdate, Copy(Message), default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Silence_is_waited_for_no_longer_than_the_limit()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        var limit = TimeSpan.Zero;
        await using var server = new RawServer((_, _, cancellation) =>
        {
            clock.Advance(limit);
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        });
        await using var slack = Parts(server, clock);
        limit = slack.Limit;
        Assert.Contains("No answer within", Assert.IsType<SlackAnswer.Uncertain>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default)).Why, StringComparison.Ordinal);
        Assert.IsType<SlackAnswer.NotSent>(await slack.Client.CallAsync(SlackMethod.ChatUpdate, Copy(Message), default));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"ok\":true")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ok\"\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: 11\r\n\r\n{\"ok\":true}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 6\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task An_answer_that_is_none_leaves_a_post_uncertain(string response)
    {
        await using var server = RawServer.Saying(response);
        await using var slack = Parts(server);
        Assert.IsType<SlackAnswer.Uncertain>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default));
    }

    [Fact]
    public async Task An_answer_without_end_is_left_in_the_middle()
    {
        var sent = 0L;
        await using var server = new RawServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"ok\":true,\"x\":\""u8.ToArray(), cancellation);
            var chunk = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
            for (; ; sent += chunk.Length) await stream.WriteAsync(chunk, cancellation);
        });
        await using var slack = Parts(server);
        var answer = await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default);
        Assert.Contains("more than could be an answer", Assert.IsType<SlackAnswer.Uncertain>(answer).Why, StringComparison.Ordinal);
        Assert.InRange(sent, 1, 64 << 20);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = new RawServer((request, stream, cancellation) => stream.WriteAsync(Encoding.ASCII.GetBytes(
            request.StartsWith("POST /api/", StringComparison.Ordinal) ? "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nConnection: close\r\nContent-Length: 0\r\n\r\n" : Ok), cancellation).AsTask());
        await using var slack = Parts(server);
        Assert.Equal("http_307", Assert.IsType<SlackAnswer.Refused>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default)).Code);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("X-Other: 7", 30)]
    [InlineData("Retry-After: soon", 30)]
    public async Task After_a_429_the_method_is_not_called_again_before_its_time(string header, int seconds)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 429 Too Many Requests\r\n{header}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        await using var slack = Parts(server);
        Assert.Equal(new SlackAnswer.RateLimited(TimeSpan.FromSeconds(seconds)), await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default));
        var again = Assert.IsType<SlackAnswer.RateLimited>(await slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), default));
        Assert.InRange(again.Wait.TotalSeconds, seconds - 5, seconds);
        Assert.Single(server.Requests);
        Assert.IsType<SlackAnswer.RateLimited>(await slack.Client.CallAsync(SlackMethod.ChatUpdate, Copy(Message), default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_by_an_exception_and_nobody_else_is()
    {
        await using var server = new RawServer((_, _, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation));
        await using var slack = Parts(server);
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slack.Client.CallAsync(SlackMethod.ChatPostMessage, Copy(Message), given.Token));
    }

    [Fact]
    public async Task A_response_url_that_is_not_Slacks_is_not_called()
    {
        await using var server = RawServer.Saying(Ok);
        await using var slack = Parts(new Uri("https://slack.com/api/"));
        Assert.Equal("foreign_url", Assert.IsType<SlackAnswer.Refused>(await slack.Client.RespondAsync(new Uri(server.Api, "x"), Copy(Message), default)).Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_response_url_gets_the_message_and_no_token()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
        await using var slack = Parts(server);
        Assert.IsType<SlackAnswer.Ok>(await slack.Client.RespondAsync(new Uri(server.Api, "/response/1"), Copy(Message), default));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /response/1 HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", request, StringComparison.OrdinalIgnoreCase);
    }

    private static JsonObject Copy(JsonObject json) => json.DeepClone().AsObject();

    private static SlackParts Parts(RawServer server, TimeProvider? time = null) => Parts(server.Api, time);

    private static SlackParts Parts(Uri api, TimeProvider? time = null) =>
        SlackParts.Of(new SlackOptions { BotToken = "xoxb-secret", AppToken = "xapp-secret", ApiUrl = api.AbsoluteUri }, time);
}
