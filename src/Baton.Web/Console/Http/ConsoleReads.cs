using Baton.Handoffs.People;
using Baton.Web.Console.Messages;
using Baton.Web.Console.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web.Console.Http;

/// <summary>What the page reads.</summary>
internal static class ConsoleReads
{
    /// <summary>How many messages make a page.</summary>
    public const int PageSize = 50;

    public static Ok<MeView> Me(HttpRequest request, Roster roster) => TypedResults.Ok(new MeView(
        request.Query.ContainsKey("as") ? PersonView.Of(ConsoleVisitor.Of(request, roster)) : null,
        [.. roster.People.Select(PersonView.Of)]));

    public static async Task<Ok<PlaceView[]>> PlacesAsync(
        HttpRequest request, Roster roster, ConsolePlaces places, IConsoleMessages messages, CancellationToken cancellation)
    {
        var visitor = ConsoleVisitor.Of(request, roster);
        return TypedResults.Ok(await Task.WhenAll(places.OpenTo(visitor).Select(async place =>
        {
            var latest = await messages.ListAsync(place.Place, null, 1, cancellation);
            return PlaceView.Of(place, latest.Count > 0 ? latest[0].Id : null);
        })));
    }

    public static async Task<Ok<PageView>> MessagesAsync(
        string place,
        string? before,
        HttpRequest request,
        Roster roster,
        ConsolePlaces places,
        IConsoleMessages messages,
        ConsoleCards cards,
        CancellationToken cancellation)
    {
        var where = ConsoleVisitor.Place(place, ConsoleVisitor.Of(request, roster), places).Place;
        if (before is not null && !ConsoleMessageId.IsWellFormed(before))
        {
            throw new BadHttpRequestException($"The query's 'before' is '{before}', which is no message's id.");
        }

        var page = await messages.ListAsync(where, before, PageSize, cancellation);
        var threads = await ConsoleThreads.GroupAsync(page, messages, cancellation);
        return TypedResults.Ok(new PageView(
            [.. threads.Select(t => new ThreadView(View(t.Root), [.. t.Replies.Select(View)]))],
            page.Count == PageSize ? page[0].Id : null));

        MessageView View(ConsoleMessage message) => MessageView.Of(message, roster, cards);
    }
}
