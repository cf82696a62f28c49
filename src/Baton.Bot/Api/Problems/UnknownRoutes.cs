using Microsoft.AspNetCore.Routing.Template;

namespace Baton.Bot.Api;

/// <summary>What is not there, under <c>/api</c>: 404, or 405 where another method would do.</summary>
internal static class UnknownRoutes
{
    internal static RouteGroupBuilder MapUnknown(this RouteGroupBuilder api)
    {
        // Behind every route of whoever else is under /api.
        api.Map("/{**rest}", Answer).ExcludeFromDescription().WithOrder(int.MaxValue);
        return api;
    }

    private static Problem Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Order != int.MaxValue && Matches(e, http.Request.Path))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (methods.Count == 0)
        {
            return new Problem(404, "noRoute", "There is no such route") { Detail = "The routes are listed at /openapi/v1.json." };
        }

        http.Response.Headers.Allow = string.Join(", ", methods);
        return new Problem(405, "wrongMethod", "The route does not take that method") { Detail = $"It takes {string.Join(", ", methods)}." };
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.RawText is { } route && new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);
}
