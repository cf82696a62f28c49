using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Installing;

/// <summary>The two addresses of an installation by a click, for browsers.</summary>
public static class InstallEndpoints
{
    /// <summary>Where it begins.</summary>
    public const string Install = "/slack/install";

    /// <summary>Where Slack sends the browser back to.</summary>
    public const string Redirect = "/slack/oauth";

    private const string Cookie = "baton-slack-install";

    /// <summary>Maps them.</summary>
    internal static void MapSlackInstallation(this IEndpointRouteBuilder routes)
    {
        var desk = routes.ServiceProvider.GetRequiredService<InstallDesk>();
        var isSecure = routes.ServiceProvider.GetRequiredService<SlackOptions>().PublicUrl.StartsWith("https:", StringComparison.Ordinal);
        routes.MapGet(Install, (HttpContext http) => Begin(http, desk, isSecure)).ExcludeFromDescription();
        routes.MapGet(Redirect, (HttpContext http) => FinishAsync(http, desk)).ExcludeFromDescription();
    }

    // Lax, because the browser comes back from another site.
    private static void Begin(HttpContext http, InstallDesk desk, bool isSecure)
    {
        var (address, cookie) = desk.Begin();
        http.Response.Cookies.Append(Cookie, cookie, new CookieOptions { HttpOnly = true, Secure = isSecure, SameSite = SameSiteMode.Lax, Path = Redirect, MaxAge = InstallState.Life });
        NotKept(http.Response);
        http.Response.Redirect(address.AbsoluteUri);
    }

    private static async Task FinishAsync(HttpContext http, InstallDesk desk)
    {
        var query = http.Request.Query;
        var result = await desk.FinishAsync(One("code"), One("error"), One("state"), http.Request.Cookies[Cookie], http.RequestAborted);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Redirect });
        NotKept(http.Response);
        http.Response.StatusCode = InstallPage.StatusOf(result);
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync(InstallPage.Of(result, http.Request.Headers.AcceptLanguage.ToString()), http.RequestAborted);

        string? One(string name) => query[name] is [{ } only] ? only : null;
    }

    // The address of the page holds a code, which is good for nothing by now, and should be nowhere all the same.
    private static void NotKept(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept-Language";
    }
}
