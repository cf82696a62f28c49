using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary><c>GET /api/handoffs</c> and <c>GET /api/handoffs/{id}</c>.</summary>
internal static class HandoffEndpoints
{
    internal static RouteGroupBuilder MapHandoffs(this RouteGroupBuilder api)
    {
        api.MapGet("/handoffs", ListAsync).Describe(RouteDescriptions.Handoffs);
        api.MapGet("/handoffs/{id}", OneAsync).Describe(RouteDescriptions.Handoff);
        return api;
    }

    private static async Task<IResult> ListAsync(HttpContext http, HandoffList list, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var (query, errors) = HandoffQuery.Read(http.Request.Query);
        return errors.Count > 0
            ? Problem.Invalid("The query is wrong", errors)
            : TypedResults.Json(await list.PageAsync(query, now, http.RequestAborted), HandoffViewJson.Wire.HandoffPage);
    }

    private static async Task<IResult> OneAsync(string id, HttpContext http, IHandoffStore store, HandoffDesk desk, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (!HandoffId.IsWellFormed(id) || await store.OpenAsync(new HandoffId(id), http.RequestAborted) is not { } file)
        {
            return Problem.NoHandoff(id);
        }

        var timeline = await store.TimelineAsync(file.Handoff.Id, http.RequestAborted).ToListAsync(http.RequestAborted);
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return TypedResults.Json(HandoffViews.Of(file, timeline, LocaleOf(http.Request), desk.Terms, now), HandoffViewJson.Wire.HandoffView);
    }

    // The most wanted language that we speak; English when none is.
    private static string LocaleOf(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
            ? Texts.Nearest(wanted.OrderByDescending(w => w.Quality ?? 1).Select(w => w.Value.Value).FirstOrDefault(v => v == "*" || Speaks(v)))
            : Texts.Nearest(null);

    private static bool Speaks(string? language) => language is not null && (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) || Texts.Nearest(language) == "ja");
}
