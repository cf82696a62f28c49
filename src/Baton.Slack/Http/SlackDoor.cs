using Baton.Edges.Reading;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.Events;
using Baton.Slack.Incoming;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Http;

/// <summary>
/// What Slack calls over HTTP. A request is read once, its signature is checked over the bytes as they came, and only then is it looked into.
/// Nothing that comes from outside makes it fail: what is wrong is refused with one line in the log, which has neither secrets nor what people wrote.
/// </summary>
internal sealed partial class SlackDoor(SlackSignature signature, ReplayGuard replays, Reception reception, ILogger<SlackDoor> logger)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    /// <summary><c>POST /slack/commands</c></summary>
    public Task CommandAsync(HttpContext http) => TakeAsync(http, Form, Command);

    /// <summary><c>POST /slack/interactivity</c></summary>
    public Task InteractionAsync(HttpContext http) => TakeAsync(http, Form, Interaction);

    /// <summary><c>POST /slack/events</c></summary>
    public Task EventAsync(HttpContext http) => TakeAsync(http, Json, Event);

    private async Task TakeAsync(HttpContext http, string type, Func<HttpContext, Memory<byte>, SlackForm?, Task<Ack>?> read)
    {
        if (!IsOfType(http.Request, type))
        {
            Refuse(http, StatusCodes.Status415UnsupportedMediaType, "wrong content type");
            return;
        }

        Task<Ack>? taking = null;
        try
        {
            using var body = await SlackBody.ReadAsync(http.Request);
            if (body.IsTooLarge)
            {
                Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
                return;
            }

            // Slack checks now and then whether the address is there, without a signature; whatever else such a request says is dropped
            // (https://docs.slack.dev/interactivity/implementing-slash-commands).
            var form = type == Form ? SlackForm.Find(body.Bytes) : null;
            if (form?.Has("ssl_check"u8) == true || !IsSigned(http, body, out var mark))
            {
                return;
            }

            // What the work needs is taken out of the body here: the buffer is given back before the work ends.
            taking = type == Form && IsReplay(http, mark) ? Task.FromResult(Ack.Empty) : read(http, body.Bytes, form);
        }
        catch (BadHttpRequestException broken)
        {
            Refuse(http, broken.StatusCode, "broken off");
            return;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Texts that are no Unicode are found only where they are read.
            Refuse(http, StatusCodes.Status400BadRequest, "not readable");
            return;
        }

        if (taking is null)
        {
            Refuse(http, StatusCodes.Status400BadRequest, "malformed");
            return;
        }

        await AnswerAsync(http.Response, await taking);
    }

    private bool IsSigned(HttpContext http, SlackBody body, out ulong mark)
    {
        var verdict = signature.Check(http.Request.Headers[SlackSignature.Header], http.Request.Headers[SlackSignature.TimeHeader], body.RoomAndBytes, out mark);
        if (verdict == SignatureVerdict.Right)
        {
            return true;
        }

        Log.Unsigned(logger, http.Request.Path, verdict);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    private bool IsReplay(HttpContext http, ulong mark)
    {
        if (replays.IsFirst(mark))
        {
            return false;
        }

        Log.Replayed(logger, http.Request.Path);
        return true;
    }

    private Task<Ack>? Command(HttpContext http, Memory<byte> body, SlackForm? form) => form is not null
        && form.TakeText("user_id"u8) is { Length: > 0 } user && form.TakeText("channel_id"u8) is { Length: > 0 } channel && form.TakeText("command"u8) is ['/', _, ..]
            && (form.TakeText("text"u8) ?? (form.Has("text"u8) ? null : "")) is { } text
            ? reception.TakeAsync(new SlashCommand(user, channel, text, form.TakeText("response_url"u8)))
            : null;

    private Task<Ack>? Interaction(HttpContext http, Memory<byte> body, SlackForm? form)
    {
        if (form?.Take("payload"u8) is not { } payload)
        {
            return null;
        }

        using var document = JsonDocument.Parse(payload, JsonReading.Strict);
        return InteractionReader.Read(document.RootElement) is { } interaction ? reception.TakeAsync(interaction) : null;
    }

    private Task<Ack>? Event(HttpContext http, Memory<byte> body, SlackForm? none)
    {
        using var document = JsonDocument.Parse(body, JsonReading.Strict);
        var payload = document.RootElement;
        switch (payload.Text("type"))
        {
            case "url_verification" when payload.Text("challenge") is { } challenge:
                return Task.FromResult<Ack>(new Ack.Received(new JsonObject { ["challenge"] = challenge }));
            case "event_callback" when EventReader.Read(payload) is { } happened:
                Log.Happened(logger, payload.At("event").Text("type")!.Length > 60 ? "?" : payload.At("event").Text("type")!, http.Request.Headers["x-slack-retry-num"].Count > 0);
                return reception.TakeAsync(payload.Text("event_id"), happened);
            case "app_rate_limited":
                Log.RateLimited(logger);
                return Task.FromResult(Ack.Empty);
            default:
                return null;
        }
    }

    private static Task AnswerAsync(HttpResponse response, Ack ack)
    {
        switch (ack)
        {
            case Ack.Received { Payload: { } payload }:
                response.ContentType = "application/json; charset=utf-8";
                response.ContentLength = payload.Length;
                return response.BodyWriter.WriteAsync(payload).AsTask();
            case Ack.SendAgain:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            default:
                response.ContentLength = 0;
                return Task.CompletedTask;
        }
    }

    private void Refuse(HttpContext http, int status, string why)
    {
        Log.Refused(logger, http.Request.Path, status, why);
        http.Response.StatusCode = status;
    }

    private static bool IsOfType(HttpRequest request, string type)
    {
        var given = request.ContentType.AsSpan();
        var end = given.IndexOf(';');
        var parameters = end < 0 ? default : given[(end + 1)..].Trim();
        return request.Headers.ContentEncoding.Count == 0
            && (end < 0 ? given : given[..end]).Trim().Equals(type, StringComparison.OrdinalIgnoreCase)
            && (parameters.IsEmpty || parameters.Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase) || parameters.Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to {Path} was refused: its signature is not Slack's ({Verdict}). If all are, compare Slack:SigningSecrets with Basic Information > Signing Secret at api.slack.com/apps, and this machine's clock with the world's.")]
        public static partial void Unsigned(ILogger logger, string path, SignatureVerdict verdict);

        [LoggerMessage(2, LogLevel.Warning, "A request to {Path} was refused with {Status}: {Why}.")]
        public static partial void Refused(ILogger logger, string path, int status, string why);

        [LoggerMessage(3, LogLevel.Warning, "A request to {Path} came a second time, signature and all; nothing was done. Somebody may have recorded it.")]
        public static partial void Replayed(ILogger logger, string path);

        [LoggerMessage(4, LogLevel.Debug, "Slack told of {Event} (again: {IsRepeated}).")]
        public static partial void Happened(ILogger logger, string @event, bool isRepeated);

        [LoggerMessage(5, LogLevel.Warning, "Slack holds events back, because there are more than 30,000 in an hour.")]
        public static partial void RateLimited(ILogger logger);
    }
}
