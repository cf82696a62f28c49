using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Directory;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.StandIn.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Baton.Teams.StandIn.Connector;

/// <summary>Answers <c>/v3/…</c>: fault, token, limit, request, effect, in this order.</summary>
internal sealed class ConnectorEndpoint(Tenant tenant, TokenDesk tokens, ConnectorLimits limits, ConnectorFaults faults, TimeProvider time)
{
    private const string Bearer = "Bearer ";

    // Guarded by itself: requests come at once.
    private readonly List<ConnectorLogEntry> log = [];

    public IReadOnlyList<ConnectorLogEntry> Log
    {
        get
        {
            lock (log)
            {
                return [.. log];
            }
        }
    }

    public Operations Operations { get; set; } = new(tenant, "");

    public void Map(WebApplication app, string prefix)
    {
        var at = $"{prefix}/v3/conversations";
        app.MapPost(at, http => AnswerAsync(http, "create", body => Operations.Create(body)));
        app.MapPost($"{at}/{{conversation}}/activities", http => AnswerAsync(http, "send", body => Operations.Send(Id(http, "conversation"), null, body, http.Request.Query["isTargetedActivity"] == "true")));
        app.MapPost($"{at}/{{conversation}}/activities/{{activity}}", http => AnswerAsync(http, "reply", body => Operations.Send(Id(http, "conversation"), Id(http, "activity"), body, isTargeted: false)));
        app.MapPut($"{at}/{{conversation}}/activities/{{activity}}", http => AnswerAsync(http, "update", body => Operations.Update(Id(http, "conversation"), Id(http, "activity"), body)));
        app.MapDelete($"{at}/{{conversation}}/activities/{{activity}}", http => AnswerAsync(http, "delete", _ => Operations.Delete(Id(http, "conversation"), Id(http, "activity"))));
        app.MapGet($"{at}/{{conversation}}/pagedmembers", http => AnswerAsync(http, "members", _ => Operations.Members(Id(http, "conversation"), PageSize(http), Text(http, "continuationToken"))));
        app.MapGet($"{at}/{{conversation}}/members/{{user}}", http => AnswerAsync(http, "member", _ => Operations.Member(Id(http, "conversation"), Id(http, "user"))));
        app.MapGet($"{prefix}/v3/teams/{{conversation}}/conversations", http => AnswerAsync(http, "channels", _ => Operations.Channels(Id(http, "conversation"))));
    }

    // Routing leaves an escaped slash as it is; Teams' ids have none.
    private static string Id(HttpContext http, string name) => http.GetRouteValue(name) as string ?? "";

    private static string? Text(HttpContext http, string name) => http.Request.Query[name] is [{ } text] ? text : null;

    private static int PageSize(HttpContext http) =>
        int.TryParse(Text(http, "pageSize"), out var size) && size is >= 50 and <= 500 ? size : throw new RefusalException("pageSize is 50 to 500.");

    private async Task AnswerAsync(HttpContext http, string operation, Func<JsonElement, JsonObject?> act)
    {
        var body = await ReadAsync(http.Request);
        var fault = faults.Take(operation);
        if (await FailsBeforeAsync(http, operation, body, fault))
        {
            return;
        }

        if (TurnedAway(http, operation, body) is { } wait)
        {
            await TurnAwayAsync(http, (int)Math.Ceiling(wait.TotalSeconds));
            Write(http, operation, body, "429");
            return;
        }

        var (status, answer) = Effect(http, operation, body, act);
        Write(http, operation, body, fault is null ? $"{status}" : $"{status} {fault.GetType().Name}");
        await FinishAsync(http, status, answer, fault);
    }

    private (int Status, JsonObject? Answer) Effect(HttpContext http, string operation, JsonElement body, Func<JsonElement, JsonObject?> act)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.Ordinal) || !tokens.Knows(header[Bearer.Length..]))
        {
            return (401, new JsonObject { ["error"] = new JsonObject { ["code"] = "Unauthorized", ["message"] = "Authorization has been denied for this request." } });
        }

        // Escaped as ids must be: a raw ';' or '@' in a path is refused, as in front of Teams some hosts do.
        if (http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0] is var raw && raw.Contains(';', StringComparison.Ordinal))
        {
            return (400, new JsonObject { ["error"] = new JsonObject { ["code"] = "BadSyntax", ["message"] = "The path is not escaped." } });
        }

        try
        {
            lock (tenant.Gate)
            {
                return (operation is "create" ? 201 : 200, act(body));
            }
        }
        catch (RefusalException refusal)
        {
            return (refusal.Status, refusal.Body);
        }
    }

    private TimeSpan? TurnedAway(HttpContext http, string operation, JsonElement body)
    {
        var place = operation == "create"
            ? (body.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var channel) ? ActivityRules.Text(channel, "id") : null) ?? "personal"
            : Id(http, "conversation").Split(';')[0];
        return limits.Take(place, operation is not ("members" or "member" or "channels"));
    }

    private async Task<bool> FailsBeforeAsync(HttpContext http, string operation, JsonElement body, ConnectorFault? fault)
    {
        switch (fault)
        {
            case ConnectorFault.Throttled throttled:
                await TurnAwayAsync(http, throttled.RetryAfter);
                break;
            case ConnectorFault.Status status:
                http.Response.StatusCode = status.Code;
                http.Response.ContentType = "application/json; charset=utf-8";
                await http.Response.WriteAsync(status.Body);
                break;
            case ConnectorFault.ResetBefore:
                http.Abort();
                break;
            default:
                return false;
        }

        Write(http, operation, body, fault.GetType().Name);
        return true;
    }

    private static async Task FinishAsync(HttpContext http, int status, JsonObject? answer, ConnectorFault? fault)
    {
        switch (fault)
        {
            case ConnectorFault.ResetAfter:
                http.Abort();
                return;
            case ConnectorFault.SilentAfter:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case ConnectorFault.Slow slow:
                await Task.Delay(slow.By, TimeProvider.System, http.RequestAborted);
                break;
            case ConnectorFault.StatusAfterEffect after:
                (status, answer) = (after.Code, new JsonObject { ["error"] = new JsonObject { ["code"] = "ServiceError", ["message"] = "Something is wrong behind us." } });
                break;
            case ConnectorFault.Wordless:
                answer = null;
                break;
        }

        http.Response.StatusCode = status;
        http.Response.Headers["MS-CV"] = "strict.0";
        if (answer is not null)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        var body = await text.ReadToEndAsync(request.HttpContext.RequestAborted);
        return JsonElement.Parse(body.Length == 0 ? "{}" : body);
    }

    private static async Task TurnAwayAsync(HttpContext http, int? retryAfter)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (retryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = "Throttled", ["message"] = "Too many requests." } }.ToJsonString());
    }

    private void Write(HttpContext http, string operation, JsonElement body, string outcome)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        lock (log)
        {
            log.Add(new ConnectorLogEntry(time.GetUtcNow(), operation, target, body, outcome));
        }
    }
}
