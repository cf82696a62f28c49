using System.Text;
using System.Text.Json;
using Baton.Teams.Connector;
using Baton.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Teams.Tests.Connector;

/// <summary>The forms in which Teams refuses.</summary>
public sealed class ConnectorErrorTests
{
    private static readonly string[] Pieces = ["""{"error":{"code":"X","message":"m"}}""", """{"errorCode":209,"message":"{\"subCode\":\"Y\"}"}""", """{"message":"{\"message\":\"{\\\"message\\\":\\\"{}\\\"}\"}"}""", "{", "[]", "\"\\ud800\"", """{"error":"\ud800"}""", """{"error":{"code":"\udfff","message":["x"]}}""", "<html>", ""];

    [Theory]
    [InlineData("""{"error":{"code":"ConversationNotFound","message":"Gone."}}""", "ConversationNotFound", "Gone.")]
    [InlineData("""{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is not writable.\",\r\n  \"errorCode\": null\r\n}"}""", "MessageWritesBlocked", "Thread is not writable.")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{\"errorCode\":209,\"message\":\"{\\\"subCode\\\":\\\"MessageWritesBlocked\\\"}\"}"}}""", "MessageWritesBlocked", "")]
    [InlineData("""{"errorCode":1008,"message":"<no>"}""", "1008", "<no>")]
    [InlineData("""{"error":{"message":"No code."}}""", "http_403", "No code.")]
    [InlineData("""{"error":{"code":"<script>"}}""", "http_403", "")]
    [InlineData("""{"message":"Access denied."}""", "http_403", "Access denied.")]
    [InlineData("<html>no</html>", "http_403", "")]
    [InlineData("", "http_403", "")]
    public void The_innermost_word_and_what_is_said_beside_it_are_read(string body, string code, string message) =>
        Assert.Equal(new ConnectorError(code, message), ConnectorError.Of(Reply(403, body)));

    [Fact]
    public void What_Teams_says_fits_into_a_line()
    {
        var said = ConnectorError.Of(Reply(400, """{"error":{"code":"X","message":"a\n\u0007""" + new string('b', 5000) + "\"}}")).Message;

        Assert.True(said.Length <= 300);
        Assert.DoesNotContain(said, char.IsControl);
    }

    [Fact]
    public void No_answer_makes_reading_fail()
    {
        var bytes = Gen.OneOf(Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes), Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)));
        var replies = from body in bytes
                      from status in Gen.Elements(200, 201, 204, 302, 400, 401, 403, 404, 408, 412, 413, 429, 500, 502, 503, 504, 999)
                      from wait in Gen.Elements<int?>(null, -1, 0, 7, 1_000_000)
                      from repeatable in Gen.Elements(true, false)
                      select (Reply(status, body) with { RetryAfter = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null }, repeatable);

        Prop.ForAll(Arb.From(replies), it =>
        {
            var attempt = ConnectorReplyReader.Read(it.repeatable, new Exchange.Answered(it.Item1));
            return attempt.Reply switch
            {
                ConnectorReply<JsonElement>.Throttled throttled => throttled.Wait > TimeSpan.Zero && throttled.Wait <= TimeSpan.FromHours(1),
                ConnectorReply<JsonElement>.Uncertain => !it.repeatable && !attempt.IsWorthRepeating,
                ConnectorReply<JsonElement>.Done => it.Item1.Status is >= 200 and < 300,
                _ => true,
            };
        }).QuickCheckThrowOnFailure();
    }

    private static WireReply Reply(int status, string body) => Reply(status, Encoding.UTF8.GetBytes(body));

    private static WireReply Reply(int status, byte[] body) => new(status, body);
}
