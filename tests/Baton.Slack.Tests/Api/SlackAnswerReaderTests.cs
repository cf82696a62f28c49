using System.Text;
using Baton.Slack.Api;
using Baton.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Api;

public sealed class SlackAnswerReaderTests
{
    private static readonly string[] Pieces =
    [
        """{"ok":true}""", """{"ok":false,"error":"ratelimited"}""", """{"ok":false,"error":"\ud800"}""", """{"ok":false,"error":["x"]}""", """{"ok":false,"error":"is_archived","response_metadata":{"messages":["a",1,null,"\udfff"]}}""",
        """{"ok":"true"}""", "[]", "null", "ok", "{", "<html>", "", "no_such_word", "NO", """{"ok":true,"ok":false,"error":"fatal_error"}""", """{"ok":false,"error":"missing_scope","needed":"im:write","provided":7}""",
    ];

    [Fact]
    public void What_is_ok_is_done_with_everything_that_it_says()
    {
        var ok = Assert.IsType<SlackAnswer.Ok>(Read("""{"ok":true,"ts":"1.2"}"""));
        Assert.Equal("1.2", ok.Body.GetProperty("ts").GetString());
    }

    [Fact]
    public void A_refusal_has_its_code_what_to_do_and_what_Slack_adds()
    {
        var refused = Assert.IsType<SlackAnswer.Refused>(Read("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}}"""));
        Assert.Equal((SlackError.GiveUp, "invalid_blocks"), (refused.Error, refused.Code));
        Assert.Contains("json-pointer:/blocks/0/text/text", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_scope_is_named_with_what_there_is() =>
        Assert.Contains("needed im:write, provided chat:write", Assert.IsType<SlackAnswer.Refused>(Read("""{"ok":false,"error":"missing_scope","needed":"im:write","provided":"chat:write"}""")).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(100_000, 3600)]
    public void Too_many_calls_wait_as_long_as_Slack_says_within_reason(int? said, int expected) =>
        Assert.Equal(
            new SlackAnswer.RateLimited(TimeSpan.FromSeconds(expected)),
            SlackAnswerReader.Read(false, Reply("", 429) with { RetryAfter = said is { } seconds ? TimeSpan.FromSeconds(seconds) : null }));

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("rate_limited")]
    [InlineData("message_limit_exceeded")]
    public void Too_many_calls_may_come_as_a_refusal_too(string code) =>
        Assert.IsType<SlackAnswer.RateLimited>(Read($$"""{"ok":false,"error":"{{code}}"}"""));

    [Theory]
    [InlineData("""{"ok":false,"error":"fatal_error"}""", 200)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200)]
    [InlineData("""{"ok":false,"error":"is_archived"}""", 503)]
    [InlineData("<html>Service unavailable</html>", 503)]
    [InlineData("", 502)]
    [InlineData("", 200)]
    [InlineData("<html>Welcome to our proxy</html>", 200)]
    [InlineData("""{"ok":true,"ts":"1.""", 200)]
    [InlineData("""{"ts":"1.2"}""", 200)]
    [InlineData("""{"ok":1}""", 200)]
    [InlineData("[true]", 200)]
    [InlineData("", 408)]
    public void What_may_have_been_done_is_uncertain_where_twice_would_be_once_too_often(string body, int status)
    {
        Assert.IsType<SlackAnswer.Uncertain>(SlackAnswerReader.Read(false, Reply(body, status)));
        Assert.True(SlackAnswerReader.Read(true, Reply(body, status)) is SlackAnswer.NotSent or SlackAnswer.Refused { Error: SlackError.Retry });
    }

    [Fact]
    public void An_answer_without_end_is_not_read_to_its_end() =>
        Assert.IsType<SlackAnswer.Uncertain>(SlackAnswerReader.Read(false, Reply("""{"ok":true}""", 200) with { IsTooLong = true }));

    [Theory]
    [InlineData("<html>Forbidden</html>", 403)]
    [InlineData("", 404)]
    [InlineData("", 302)]
    [InlineData("", 407)]
    public void Something_in_between_is_for_an_operator(string body, int status)
    {
        var refused = Assert.IsType<SlackAnswer.Refused>(SlackAnswerReader.Read(false, Reply(body, status)));
        Assert.Equal((SlackError.FixConfiguration, $"http_{status}"), (refused.Error, refused.Code));
        Assert.Contains("Slack:ApiUrl", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok", 200, typeof(SlackAnswer.Ok))]
    [InlineData("""{"ok":true}""", 200, typeof(SlackAnswer.Ok))]
    [InlineData("used_url", 404, typeof(SlackAnswer.Refused))]
    [InlineData("expired_url", 404, typeof(SlackAnswer.Refused))]
    [InlineData("invalid_payload", 400, typeof(SlackAnswer.Refused))]
    [InlineData("""{"ok":false,"error":"expired_url"}""", 404, typeof(SlackAnswer.Refused))]
    [InlineData("ok", 500, typeof(SlackAnswer.Uncertain))]
    [InlineData("OK, whatever", 200, typeof(SlackAnswer.Uncertain))]
    [InlineData("", 429, typeof(SlackAnswer.RateLimited))]
    public void A_response_url_answers_in_plain_words(string body, int status, Type answer) =>
        Assert.IsType(answer, SlackAnswerReader.ReadPlain(Reply(body, status)));

    [Fact]
    public void Whatever_comes_is_answered_and_never_with_anything_that_could_harm_a_log()
    {
        var body = Gen.OneOf(
            Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)),
            Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes),
            from whole in Gen.Elements(Pieces)
            from cut in Gen.Choose(0, whole.Length)
            select Encoding.UTF8.GetBytes(whole[..cut]),
            Gen.ArrayOf(Gen.Choose(0, 0xD7FF)).Select(codes => Encoding.UTF8.GetBytes($$"""{"ok":false,"error":"{{new string([.. codes.Select(c => (char)c)])}}","needed":"\u000a\u001b"}""")));
        var replies = from bytes in body
                      from status in Gen.OneOf(Gen.Elements(200, 400, 429, 500, 503), Gen.Choose(100, 599))
                      from type in Gen.Elements("application/json", "text/html", "", "a\r\nb")
                      from tooLong in Gen.Elements(false, false, true)
                      select new WireReply(status, bytes) { MediaType = type, IsTooLong = tooLong };
        Prop.ForAll(replies.ToArbitrary(), reply => IsClean(SlackAnswerReader.Read(true, reply)) && IsClean(SlackAnswerReader.Read(false, reply)) && IsClean(SlackAnswerReader.ReadPlain(reply)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool IsClean(SlackAnswer answer) => answer switch
    {
        SlackAnswer.Refused it => it.Code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '-') && it.Code.Length <= 64 && !it.Detail.Any(char.IsControl) && it.Detail.Length < 1000,
        SlackAnswer.NotSent it => !it.Why.Any(char.IsControl),
        SlackAnswer.Uncertain it => !it.Why.Any(char.IsControl),
        SlackAnswer.RateLimited it => it.Wait >= TimeSpan.FromSeconds(1),
        _ => true,
    };

    private static SlackAnswer Read(string body) => SlackAnswerReader.Read(false, Reply(body, 200));

    private static WireReply Reply(string body, int status) => new(status, Encoding.UTF8.GetBytes(body)) { MediaType = body.StartsWith('<') ? "text/html" : "application/json" };
}
