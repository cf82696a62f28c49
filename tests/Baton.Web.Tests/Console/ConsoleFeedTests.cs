using Baton.Web.Console.Live;
using Baton.Web.Console.Messages;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleFeedTests
{
    [Fact]
    public async Task A_slow_browser_is_told_to_reload_and_blocks_nobody()
    {
        var feed = new ConsoleFeed();
        using var slow = feed.Subscribe(ConsoleHost.Sam);
        await using var events = slow.ReadAsync(default).GetAsyncEnumerator();
        Assert.IsType<ConsoleEvent.Hello>(await NextAsync(events));
        for (var i = 0; i <= ConsoleFeed.Backlog; i++)
        {
            feed.Publish(Added(i), _ => true);
        }

        Assert.IsType<ConsoleEvent.Reload>(await NextAsync(events));
        feed.Publish(Added(1000), _ => true);
        Assert.Equal("1000", Assert.IsType<ConsoleEvent.Added>(await NextAsync(events)).Message.Id);
    }

    [Fact]
    public async Task Nobody_hears_of_what_is_not_theirs_to_read()
    {
        var feed = new ConsoleFeed();
        using var sam = feed.Subscribe(ConsoleHost.Sam);
        await using var events = sam.ReadAsync(default).GetAsyncEnumerator();
        await NextAsync(events);
        feed.Publish(Added(1), person => person == ConsoleHost.Rika);
        feed.Publish(Added(2), person => person == ConsoleHost.Sam);
        Assert.Equal("2", Assert.IsType<ConsoleEvent.Added>(await NextAsync(events)).Message.Id);
    }

    [Fact]
    public void Who_leaves_is_forgotten()
    {
        var feed = new ConsoleFeed();
        var browser = feed.Subscribe(ConsoleHost.Sam);
        Assert.Equal(1, feed.Count);
        browser.Dispose();
        Assert.Equal(0, feed.Count);
    }

    private static ConsoleEvent.Added Added(int id) =>
        new(new ConsoleMessage(ConsoleHost.Sales, $"{id}", $"e{id}", null, null, null, Cards.Report("x"), 0, DateTimeOffset.UnixEpoch));

    private static async Task<ConsoleEvent> NextAsync(IAsyncEnumerator<ConsoleEvent> events)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        return events.Current;
    }
}
