using System.Text;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.People;
using Baton.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web.Dashboard.Http;

/// <summary>The dashboard's routes.</summary>
public static class DashboardEndpoints
{
    private const string Cookie = "baton-dashboard";

    /// <summary>Maps <c>/dashboard</c>; nothing unless it is on.</summary>
    /// <param name="routes">The host's routes.</param>
    /// <param name="isPassing">Whether a failure is one of the store's that passes, which is told as a page.</param>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder routes, Func<Exception, bool> isPassing)
    {
        var options = routes.ServiceProvider.GetRequiredService<DashboardOptions>();
        if (!options.IsOn)
        {
            return routes;
        }

        var isSecure = new Uri(options.PublicUrl).Scheme == Uri.UriSchemeHttps;
        var pages = routes.MapGroup("").AddEndpointFilter(new DashboardGuard(isPassing)).ExcludeFromDescription();
        pages.MapGet(DashboardLinks.Enter, (HttpContext http, string? pass, DashboardLinks links, TimeProvider time) => Enter(http, pass, links, time, isSecure));
        pages.MapGet(DashboardLinks.Root, ShowAsync);
        pages.MapGet(DashboardRoutes.Export, ExportAsync);
        pages.MapPost(DashboardRoutes.Leave, Leave);
        pages.MapGet(DashboardRoutes.Style, PageFiles.SendSheet);
        pages.MapGet(DashboardRoutes.Icon, PageFiles.SendIcon);
        return routes;
    }

    // Lax, because the browser comes from the chat's site. The address with the pass is left at once.
    private static IResult Enter(HttpContext http, string? pass, DashboardLinks links, TimeProvider time, bool isSecure)
    {
        if (links.Visitor(PassKind.Link, pass, time.GetUtcNow()) is not { } visitor)
        {
            return Notices.NoEntry(http);
        }

        http.Response.Cookies.Append(Cookie, links.VisitOf(visitor), new CookieOptions
        {
            HttpOnly = true, Secure = isSecure, SameSite = SameSiteMode.Lax, Path = DashboardLinks.Root, MaxAge = DashboardPasses.VisitLife,
        });
        http.Response.Headers.Location = $"{http.Request.PathBase}{DashboardLinks.Root}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string? q, string? by, DashboardLinks links, DashboardDesk desk, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (Visitor(http, links, now) is not { } visitor)
        {
            return Notices.NoEntry(http);
        }

        return DashboardQuery.Read(q, by, visitor.Locale) switch
        {
            DashboardReading.Ok ok => new PageResult<FiguresPage>(StatusCodes.Status200OK, new() { [nameof(FiguresPage.View)] = await desk.ShowAsync(ok.Query, visitor, now, http.RequestAborted) }),
            DashboardReading.Wrong wrong => Wrong(visitor, q, by, wrong),
            _ => throw new InvalidOperationException("A reading is right or wrong."),
        };
    }

    private static async Task<IResult> ExportAsync(HttpContext http, string? q, string? by, DashboardLinks links, DashboardDesk desk, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (Visitor(http, links, now) is not { } visitor)
        {
            return Notices.NoEntry(http);
        }

        switch (DashboardQuery.Read(q, by, visitor.Locale))
        {
            case DashboardReading.Ok ok:
                var figures = await desk.ExportAsync(ok.Query, visitor, now, http.RequestAborted);
                using (var text = new StringWriter())
                {
                    CsvWriter.Write(text, figures.Rows);
                    return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", figures.FileName);
                }

            case DashboardReading.Wrong wrong:
                return Wrong(visitor, q, by, wrong);
            default:
                throw new InvalidOperationException("A reading is right or wrong.");
        }
    }

    private static IResult Leave(HttpContext http, DashboardLinks links, TimeProvider time)
    {
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = DashboardLinks.Root });
        return Notices.SignedOut(http, Visitor(http, links, time.GetUtcNow()));
    }

    private static Person? Visitor(HttpContext http, DashboardLinks links, DateTimeOffset now) => links.Visitor(PassKind.Visit, http.Request.Cookies[Cookie], now);

    private static PageResult<WrongPage> Wrong(Person visitor, string? q, string? by, DashboardReading.Wrong wrong) => new(StatusCodes.Status400BadRequest, new()
    {
        [nameof(WrongPage.Visitor)] = visitor,
        [nameof(WrongPage.Text)] = q ?? "",
        [nameof(WrongPage.By)] = by ?? QueryForm.WordOf(Dimension.Source),
        [nameof(WrongPage.Wrong)] = wrong,
    });
}
