using System.Globalization;
using System.Text.Json;
using Baton.Edges.Reading;
using Baton.Teams.Events;
using Baton.Teams.Incoming;
using Baton.Teams.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Http;

/// <summary>
/// What Teams calls. Only what the token is compared with is read before it is trusted. Nothing that comes from outside makes it fail: what is wrong is refused with one line in the log,
/// which has neither secrets nor what people wrote.
/// </summary>
internal sealed partial class TeamsDoor(IActivityTokens tokens, Reception reception, ILogger<TeamsDoor> logger)
{
    /// <summary><c>POST /api/messages</c></summary>
    public async Task TakeAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            Refuse(http, StatusCodes.Status415UnsupportedMediaType, "wrong content type");
            return;
        }

        try
        {
            if (await ActivityBody.ReadAsync(http.Request) is not { } body)
            {
                Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
            }
            else if (await IsTrustedAsync(http, ActivityBody.Origin(body.Span)))
            {
                await AnswerAsync(http, body);
            }
        }
        catch (BadHttpRequestException broken)
        {
            Refuse(http, broken.StatusCode, "broken off");
        }
        catch (JsonException)
        {
            Refuse(http, StatusCodes.Status400BadRequest, "not readable");
        }
    }

    private async Task<bool> IsTrustedAsync(HttpContext http, ActivityOrigin origin)
    {
        var header = http.Request.Headers.Authorization;
        switch (await tokens.VerifyAsync(header.Count > 0 ? header.ToString() : null, origin, TimeProvider.System.GetUtcNow(), http.RequestAborted))
        {
            case TokenVerdict.Trusted:
                return true;
            case TokenVerdict.Unavailable:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return false;
            default:
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return false;
        }
    }

    private async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        TeamsInvoke? invoke = null;
        TeamsActivity? happened = null;
        string? mark = null;
        try
        {
            using var document = JsonDocument.Parse(body, JsonReading.Strict);
            var activity = document.RootElement;
            if (ActivityReader.Around(activity) is { } at)
            {
                (invoke, happened) = ActivityReader.IsInvoke(activity) ? (ActivityReader.Invoke(activity, at), null) : (invoke, ActivityReader.Activity(activity, at));
                mark = MarkOf(activity, at);
            }
        }
        catch (InvalidOperationException)
        {
            // Texts that are no Unicode are found only where they are read.
        }

        switch (invoke, happened)
        {
            case ({ } asked, _):
                await WriteAsync(http.Response, await reception.AnswerAsync(asked));
                break;
            case (_, { } told):
                http.Response.StatusCode = await reception.TakeAsync(mark, told) == Taken.Well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                Refuse(http, StatusCodes.Status400BadRequest, "malformed");
                break;
        }
    }

    // An edit has the id of its message, so that only type and time tell it from the message itself.
    private static string? MarkOf(JsonElement activity, Surroundings at) => at.Id is null ? null : string.Create(
        CultureInfo.InvariantCulture, $"{activity.Text("type")}|{activity.At("channelData").Text("eventType")}|{at.Conversation}|{at.Id}|{activity.Text("timestamp")}");

    private static Task WriteAsync(HttpResponse response, InvokeReply reply)
    {
        response.StatusCode = reply.Status;
        if (reply.Body is not { } bytes)
        {
            return Task.CompletedTask;
        }

        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", bytes.Length);
        return response.Body.WriteAsync(bytes).AsTask();
    }

    private void Refuse(HttpContext http, int status, string why)
    {
        Log.Refused(logger, status, why);
        http.Response.StatusCode = status;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to /api/messages was refused with {Status}: {Why}.")]
        public static partial void Refused(ILogger logger, int status, string why);
    }
}
