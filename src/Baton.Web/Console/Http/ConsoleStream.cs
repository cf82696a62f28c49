using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Web.Console.Live;
using Baton.Web.Console.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Baton.Web.Console.Http;

/// <summary>Live updates as server-sent events: <c>hello</c>, <c>added</c>, <c>updated</c>, <c>reload</c>.</summary>
internal static class ConsoleStream
{
    public static ServerSentEventsResult<EventView> Open(
        HttpRequest request, Roster roster, ConsoleFeed feed, ConsoleCards cards, IHostApplicationLifetime life, CancellationToken cancellation)
    {
        var visitor = ConsoleVisitor.Of(request, roster).Email;
        return TypedResults.ServerSentEvents(EventsAsync(visitor, feed, m => MessageView.Of(m, roster, cards), life.ApplicationStopping, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<EventView>> EventsAsync(
        EmailAddress visitor,
        ConsoleFeed feed,
        Func<ConsoleMessage, MessageView> view,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var subscription = feed.Subscribe(visitor);

        // An open stream would hold up the whole process' stop.
        await using var ending = stopping.Register(subscription.Dispose);
        await foreach (var what in subscription.ReadAsync(cancellation))
        {
            yield return what switch
            {
                ConsoleEvent.Hello => new SseItem<EventView>(new EventView(null), "hello"),
                ConsoleEvent.Reload => new SseItem<EventView>(new EventView(null), "reload"),
                ConsoleEvent.Added added => new SseItem<EventView>(new EventView(view(added.Message)), "added"),
                ConsoleEvent.Updated updated => new SseItem<EventView>(new EventView(view(updated.Message)), "updated"),
                _ => throw new InvalidOperationException($"{what.GetType().Name} has no name on the wire."),
            };
        }
    }
}
