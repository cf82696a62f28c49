namespace Baton.Bot.Api;

/// <summary>Turns whatever a route throws into a problem; what happened inside goes to the log only.</summary>
internal sealed partial class ProblemFilter(ILogger<ProblemFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            return OfBody(bad.StatusCode);
        }
#pragma warning disable CA1031 // the last stop before the wire
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var problem = StoreTrouble.Of(failure);
            Log.Failed(log, failure, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "", problem.Status);
            return problem;
        }
    }

    private static Problem OfBody(int status) => status switch
    {
        413 => BodyProblems.TooLarge(null),
        408 => new Problem(408, "tooSlow", "The body did not arrive in time"),
        _ => new Problem(400, "invalid", "The request could not be read"),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Route} is answered with {Status}.")]
        public static partial void Failed(ILogger log, Exception failure, string method, string route, int status);
    }
}
