using System.Net.Mime;

namespace Baton.Bot.Policies;

/// <summary><c>GET /privacy</c> and <c>GET /terms</c>, open to everybody: Teams shows them beside the app before anybody adds it.</summary>
internal static class PolicyEndpoints
{
    internal static IEndpointRouteBuilder MapPolicies(this IEndpointRouteBuilder routes)
    {
        foreach (var page in new[] { PolicyPage.Privacy, PolicyPage.Terms })
        {
            routes.MapGet(page.Path, (HttpContext http) => WriteAsync(http, page)).ExcludeFromDescription();
        }

        return routes;
    }

    private static Task WriteAsync(HttpContext http, PolicyPage page)
    {
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "max-age=3600";
        http.Response.Headers.Vary = "Accept-Language";
        var chosen = http.Request.Query["lang"].ToString();
        return http.Response.WriteAsync(page.In(chosen.Length > 0 ? chosen : http.Request.Headers.AcceptLanguage.ToString()), http.RequestAborted);
    }
}
