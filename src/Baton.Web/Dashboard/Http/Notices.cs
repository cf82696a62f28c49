using Baton.Handoffs.Chat;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.People;
using Baton.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Http;

namespace Baton.Web.Dashboard.Http;

/// <summary>Pages with one thing to say, in the browser's language where it is not known who reads them.</summary>
internal static class Notices
{
    /// <summary>To somebody without a pass that is good.</summary>
    public static IResult NoEntry(HttpContext http)
    {
        var texts = Of(http);
        return Page(StatusCodes.Status401Unauthorized, texts, texts["NoEntryTitle"], texts.Format("NoEntry", (int)DashboardPasses.LinkLife.TotalMinutes, (int)DashboardPasses.VisitLife.TotalHours));
    }

    /// <summary>To somebody who left.</summary>
    public static IResult SignedOut(HttpContext http, Person? visitor)
    {
        var texts = visitor is null ? Of(http) : Texts.Of<PageTexts>(visitor.Locale);
        return Page(StatusCodes.Status200OK, texts, texts["SignedOutTitle"], texts["SignedOut"]);
    }

    /// <summary>While the store cannot be read.</summary>
    public static IResult StoreTrouble(HttpContext http)
    {
        var texts = Of(http);
        return Page(StatusCodes.Status503ServiceUnavailable, texts, texts["StoreTrouble"], texts["StoreTroubleWhat"]);
    }

    private static Texts Of(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept-Language";
        return Texts.Of<PageTexts>(http.Request.Headers.AcceptLanguage.ToString());
    }

    private static PageResult<NoticePage> Page(int status, Texts texts, string title, string what) => new(status, new()
    {
        [nameof(NoticePage.Title)] = title,
        [nameof(NoticePage.What)] = what,
        [nameof(NoticePage.Locale)] = texts.Locale,
    });
}
