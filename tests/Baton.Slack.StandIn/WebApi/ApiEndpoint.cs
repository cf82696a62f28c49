using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.StandIn.Workspace;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>Answers <c>/api/…</c>: fault, token, limit, scope, arguments, effect, in this order.</summary>
internal sealed class ApiEndpoint(WorkspaceState state, MethodTable methods, RateLimits limits, ApiFaults faults, ApiLog log)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    public async Task AnswerAsync(HttpContext context, string name)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await WriteAsync(context, Refused(new RefusalException("insecure_request")));
            return;
        }

        if (methods.Find(name) is not { } method)
        {
            await WriteAsync(context, Refused(new RefusalException("unknown_method")));
            return;
        }

        var fault = faults.Take(name);
        var (arguments, warning, unread) = await ReadAsync(context.Request, method);
        if (await FailedBeforeAsync(context, method, arguments, fault))
        {
            return;
        }

        if (unread is null && TurnedAway(method, arguments) is { } wait)
        {
            log.Add(name, arguments, "ratelimited");
            await TurnAwayAsync(context, (int)wait.TotalSeconds);
            return;
        }

        var answer = unread is null ? Effect(method, arguments, context.Request, warning) : Refused(unread);
        context.Response.Headers["x-oauth-scopes"] = string.Join(',', state.Installation.Scopes);
        log.Add(name, arguments, fault?.GetType().Name ?? answer["error"]?.GetValue<string>() ?? "ok");
        await FinishAsync(context, answer, fault);
    }

    private static async Task<(JsonObject Arguments, string? Warning, RefusalException? Unread)> ReadAsync(HttpRequest request, ApiMethod method)
    {
        try
        {
            var (arguments, warning) = await ApiArguments.ReadAsync(request, method);
            return (arguments, warning, null);
        }
        catch (RefusalException refusal)
        {
            return ([], null, refusal);
        }
    }

    private async Task<bool> FailedBeforeAsync(HttpContext context, ApiMethod method, JsonObject arguments, ApiFault? fault)
    {
        switch (fault)
        {
            case ApiFault.RateLimited limited:
                await TurnAwayAsync(context, limited.RetryAfter);
                break;
            case ApiFault.Status status:
                context.Response.StatusCode = status.Code;
                break;
            case ApiFault.Error error:
                await WriteAsync(context, Refused(new RefusalException(error.Code)));
                break;
            case ApiFault.NotJson:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body>Slack is having trouble</body></html>");
                break;
            case ApiFault.ResetBefore:
                context.Abort();
                break;
            default:
                return false;
        }

        log.Add(method.Name, arguments, fault.GetType().Name);
        return true;
    }

    private TimeSpan? TurnedAway(ApiMethod method, JsonObject arguments) => limits.Take(method.Name, method.PerMinute, new ApiCall(arguments).Maybe("channel"));

    private JsonObject Effect(ApiMethod method, JsonObject arguments, HttpRequest request, string? warning)
    {
        try
        {
            lock (state.Gate)
            {
                Authorise(method, arguments, request);
                ApiArguments.Require(arguments, method);
                var answer = method.Answer(new ApiCall(arguments));
                answer["ok"] = true;
                if (warning is not null)
                {
                    answer["warning"] = warning;
                }

                return answer;
            }
        }
        catch (RefusalException refusal)
        {
            return Refused(refusal);
        }
    }

    private void Authorise(ApiMethod method, JsonObject arguments, HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (method.Token == TokenKind.None)
        {
            ReadClient(header, arguments);
            return;
        }

        state.Installation.Require(header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : null, method.Token == TokenKind.App);
        if (method.Scope is { } scope)
        {
            state.Installation.Require(scope);
        }
    }

    /// <summary>HTTP Basic stands for the arguments <c>client_id</c> and <c>client_secret</c>.</summary>
    private static void ReadClient(string header, JsonObject arguments)
    {
        if (header.StartsWith(Basic, StringComparison.Ordinal) && Encoding.UTF8.GetString(Convert.FromBase64String(header[Basic.Length..])).Split(':', 2) is [var id, var secret])
        {
            arguments["client_id"] = id;
            arguments["client_secret"] = secret;
        }
    }

    private JsonObject Refused(RefusalException refusal)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = refusal.Code };
        if (refusal.Messages.Count > 0)
        {
            answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. refusal.Messages.Select(m => JsonValue.Create(m))]) };
        }

        if (refusal.Needed is { } needed)
        {
            answer["needed"] = needed;
            answer["provided"] = string.Join(',', state.Installation.Scopes);
        }

        return answer;
    }

    private async Task FinishAsync(HttpContext context, JsonObject answer, ApiFault? fault)
    {
        switch (fault)
        {
            case ApiFault.ResetAfter:
                context.Abort();
                return;
            case ApiFault.SilentAfter:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case ApiFault.Slow slow:
                await Task.Delay(slow.By, TimeProvider.System, context.RequestAborted);
                break;
            case ApiFault.Held held:
                await held.Until.WaitAsync(context.RequestAborted);
                break;
            case ApiFault.ErrorAfterEffect error:
                answer = Refused(new RefusalException(error.Code));
                break;
            default:
                break;
        }

        await WriteAsync(context, answer);
    }

    private static async Task TurnAwayAsync(HttpContext context, int? retryAfter)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await WriteAsync(context, new JsonObject { ["ok"] = false, ["error"] = "ratelimited" });
    }

    private static async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
