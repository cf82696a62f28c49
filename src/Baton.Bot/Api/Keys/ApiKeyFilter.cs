using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary>Lets nobody past without a right key. A refusal does not say what was wrong with it, nor whether there are keys at all.</summary>
internal sealed class ApiKeyFilter(ApiKeys keys, FailedAttempts failed) : IEndpointFilter
{
    internal const string Header = "X-Api-Key";

    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (CallerOf(http) is { } caller)
        {
            http.Features.Set(caller);
            return next(context);
        }

        failed.Add();
        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"baton\"";
        return ValueTask.FromResult<object?>(new Problem(401, "unauthorized", "A valid API key is needed")
        {
            Detail = $"Send a configured key as {Header}, or as Authorization: Bearer. Without configured keys (Api:Keys) only this machine may call.",
        });
    }

    private ApiCaller? CallerOf(HttpContext http) =>
        keys.IsEmpty ? ThisMachine.Made(http) ? ApiCaller.Local : null
        : Given(http.Request.Headers) is { } key ? keys.Find(key)
        : null;

    private static string? Given(IHeaderDictionary headers)
    {
        if (headers.TryGetValue(Header, out var own))
        {
            return own.Count == 1 ? own[0] : null;
        }

        return headers.TryGetValue(HeaderNames.Authorization, out var bearer) && bearer is [{ } one] && one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? one[Scheme.Length..].Trim()
            : null;
    }
}
