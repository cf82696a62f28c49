using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Baton.Handoffs.Routing;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleStreamTests
{
    [Fact]
    public async Task An_open_browser_hears_of_new_and_changed_messages_at_once()
    {
        await using var host = await ConsoleHost.StartAsync();
        await using var events = await ListenAsync(host, "sam@example.com");
        var message = await host.PostAsync(ConsoleHost.Sales, "offer-1");
        var added = await NextAsync(events);
        Assert.Equal(("added", message.Id), (added.EventType, (string?)JsonNode.Parse(added.Data)!["message"]!["id"]));
        await host.Platform.UpdateAsync(message, Cards.OfHandoff("accepted", 2), default);
        var updated = await NextAsync(events);
        Assert.Equal(("updated", 2), (updated.EventType, (int?)JsonNode.Parse(updated.Data)!["message"]!["version"]));
    }

    [Fact]
    public async Task Others_direct_messages_and_skipped_updates_are_not_heard()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = await host.PostAsync(ConsoleHost.Sales, "offer-1", version: 5);
        await using var events = await ListenAsync(host, "sam@example.com");
        await host.PostAsync(new Place("console", "dm-rika@example.com"), "secret");
        await host.Platform.UpdateAsync(message, Cards.OfHandoff("older", 4), default);
        await host.PostAsync(ConsoleHost.Sales, "offer-1");
        await host.PostAsync(ConsoleHost.Sales, "offer-2");
        Assert.Contains("offer-2", (await NextAsync(events)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_hosts_stop()
    {
        var host = await ConsoleHost.StartAsync();
        await using var events = await ListenAsync(host, "sam@example.com");
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(ConsoleHost host, string person)
    {
        var body = await host.Http.GetStreamAsync($"/console/api/stream?as={person}");
        var events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
        Assert.Equal("hello", (await NextAsync(events)).EventType);
        return events;
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        return events.Current;
    }
}
