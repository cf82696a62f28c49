using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Baton.Web.Console.Http;

/// <summary>
/// Lets in only browsers of this machine. The console asks nobody for a password, so it refuses every other machine, proxies that
/// forward for others, other host names (DNS rebinding) and pages of other origins; and it turns wrong input into a 400 that says why.
/// </summary>
public sealed class ConsoleGuard : IEndpointFilter
{
    private const string SecFetchSite = "Sec-Fetch-Site";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Proxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", HeaderNames.Via];
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Harden(http.Response.Headers);
        if (Refusal(http) is { } why)
        {
            return TypedResults.Problem(why, statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: wrong.StatusCode);
        }
    }

    private static string? Refusal(HttpContext http)
    {
        var request = http.Request;
        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote) || Proxies.Any(request.Headers.ContainsKey))
        {
            return "The console answers only browsers on its own machine.";
        }

        if (!Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return $"The console answers only under {string.Join(", ", Hosts)}.";
        }

        return request.Path.StartsWithSegments(ConsoleEndpoints.Root + "/api", StringComparison.OrdinalIgnoreCase) && IsForeign(request)
            ? "The console answers only its own pages."
            : null;
    }

    /// <summary>Browsers send one or both headers with what another origin's page asks for; programs that send neither are no page.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers[SecFetchSite].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length > 0 && site is not ("same-origin" or "none"))
            || (origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
