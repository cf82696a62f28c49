using System.Text;
using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Wire;

namespace Baton.Slack.Api;

/// <summary>
/// Says what an answer means. Slack answers 200 even when it refuses, and says so in <c>ok</c> and <c>error</c>; only too many calls are a 429
/// (https://docs.slack.dev/apis/web-api). Everything else comes from something between us, or from a Slack in trouble. Never throws, whatever the bytes.
/// </summary>
internal static class SlackAnswerReader
{
    /// <summary>Waited for when Slack does not say how long.</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Reads the answer of a method.</summary>
    /// <param name="isRepeatable">Whether the call may be made again without knowing what came of it.</param>
    /// <param name="reply">The answer.</param>
    public static SlackAnswer Read(bool isRepeatable, WireReply reply)
    {
        if (reply.Status == 429)
        {
            return Limited(reply);
        }

        var body = reply.IsTooLong ? null : WireJson.Object(reply.Body.Span);
        if (body is { } json && reply.Status < 500 && json.TryGet("ok", out var ok) && ok.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return ok.ValueKind == JsonValueKind.True ? new SlackAnswer.Ok(json) { Scopes = ScopesOf(reply) } : Refusal(isRepeatable, reply, json);
        }

        return Foreign(isRepeatable, reply);
    }

    /// <summary>Reads the answer of a <c>response_url</c>: a plain <c>ok</c>, a plain word of refusal, or JSON.</summary>
    public static SlackAnswer ReadPlain(WireReply reply)
    {
        var text = reply is { IsTooLong: false, Status: < 500 and not 429, Body.Length: <= 64 } ? Encoding.UTF8.GetString(reply.Body.Span).Trim() : "";
        return reply.Status == 200 && text == "ok" ? new SlackAnswer.Ok(WireJson.Empty)
            : IsCode(text) ? Refused(text, "")
            : Read(false, reply);
    }

    /// <summary>What to make of a call of which nobody knows whether it was carried out.</summary>
    public static SlackAnswer Unclear(bool isRepeatable, string why) => isRepeatable ? new SlackAnswer.NotSent(why) : new SlackAnswer.Uncertain(why);

    private static SlackAnswer Refusal(bool isRepeatable, WireReply reply, JsonElement json)
    {
        var code = json.Text("error") is { } error && IsCode(error) ? error : "unnamed_error";
        return SlackErrors.MeansTooMany(code) ? Limited(reply)
            : SlackErrors.MayHaveWorked(code) && !isRepeatable ? new SlackAnswer.Uncertain($"Slack answered {code}: a part of it may have been done.")
            : Refused(code, Said(json));
    }

    private static SlackAnswer.Refused Refused(string code, string said)
    {
        var (error, advice) = SlackErrors.Of(code);
        return new SlackAnswer.Refused(error, code, said.Length == 0 ? advice : $"{advice} {Texts.Of<ErrorTexts>("en")["said"]}{said}");
    }

    // What stands beside the code: which part of the blocks is wrong, or which scope is missing.
    private static string Said(JsonElement json)
    {
        const int longest = 500;
        var messages = json.TryGet("response_metadata", out var metadata) ? metadata.Items("messages").Select(WireJson.Text) : [];
        var scope = json.Text("needed") is { } needed ? $"needed {needed}, provided {json.Text("provided")}" : null;
        var said = string.Join("; ", messages.Prepend(scope).Where(m => !string.IsNullOrWhiteSpace(m)).Take(5));
        return new string([.. said.Take(longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
    }

    private static SlackAnswer Foreign(bool isRepeatable, WireReply reply) => reply.Status switch
    {
        >= 500 or < 300 or 408 => Unclear(isRepeatable, $"Slack answered {reply.Status} with {What(reply)}."),
        _ => new SlackAnswer.Refused(
            SlackError.FixConfiguration,
            $"http_{reply.Status}",
            $"Something answered {reply.Status} with {What(reply)}, which Slack's Web API does not do: check Slack:ApiUrl and any proxy in between."),
    };

    private static string[] ScopesOf(WireReply reply) =>
        reply.Kept.GetValueOrDefault(SlackTransport.ScopesHeader, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string What(WireReply reply) =>
        reply.IsTooLong ? "more than could be an answer"
        : reply.Body.IsEmpty ? "nothing"
        : reply.MediaType == "application/json" ? "JSON that is broken or no answer of its Web API" : $"a text of the type {Printable(reply.MediaType)}";

    private static string Printable(string mediaType) => mediaType.Length is > 0 and <= 60 && mediaType.All(c => char.IsAsciiLetterOrDigit(c) || "/.+-".Contains(c, StringComparison.Ordinal)) ? mediaType : "unknown";

    private static SlackAnswer.RateLimited Limited(WireReply reply)
    {
        var wait = reply.RetryAfter ?? DefaultWait;
        return new SlackAnswer.RateLimited(wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait);
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.' or '-');
}
