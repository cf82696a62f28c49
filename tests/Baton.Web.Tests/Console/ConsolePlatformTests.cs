using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Web.Tests.Console;

public sealed class ConsolePlatformTests
{
    [Fact]
    public async Task A_repeated_post_answers_with_the_message_that_is_there()
    {
        await using var host = await ConsoleHost.StartAsync();
        var first = await host.PostAsync(ConsoleHost.Sales, "offer-1");
        var again = await host.PostAsync(ConsoleHost.Sales, "offer-1");
        Assert.Equal(first, again);
        Assert.Single(host.Messages.All);
        Assert.Equal(first, await host.Platform.FindAsync(ConsoleHost.Sales, null, "offer-1", default));
        Assert.Null(await host.Platform.FindAsync(ConsoleHost.Sales, null, "offer-2", default));
    }

    [Fact]
    public async Task An_older_update_is_skipped_and_still_counts_as_sent()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = await host.PostAsync(ConsoleHost.Sales, "offer-1", version: 3);
        Assert.IsType<SendResult.Sent>(await host.Platform.UpdateAsync(message, Cards.OfHandoff("old", 2), default));
        Assert.Equal(3, Assert.Single(host.Messages.All).Version);
        Assert.IsType<SendResult.Sent>(await host.Platform.UpdateAsync(message, Cards.OfHandoff("new", 4), default));
        Assert.Equal(4, Assert.Single(host.Messages.All).Version);
    }

    [Fact]
    public async Task What_is_not_there_is_gone_and_what_is_not_configured_forbidden()
    {
        await using var host = await ConsoleHost.StartAsync();
        var card = Cards.Report("x");
        Assert.IsType<SendResult.Gone>(await host.Platform.UpdateAsync(new MessageRef(ConsoleHost.Sales, "nothing"), card, default));
        Assert.IsType<SendResult.Gone>(await host.Platform.PostAsync(new Post(ConsoleHost.Sales, "nothing", "e", card), default));
        Assert.IsType<SendResult.Forbidden>(await host.Platform.PostAsync(new Post(new Place("console", "elsewhere"), null, "e", card), default));
        Assert.IsType<SendResult.Forbidden>(await host.Platform.PostAsync(new Post(new Place("slack", "sales"), null, "e", card), default));
    }

    [Fact]
    public async Task A_broken_store_becomes_a_failure_and_a_cancelled_token_throws()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = await host.PostAsync(ConsoleHost.Sales, "offer-1");
        host.Messages.Broken = new IOException("The disk is full.");
        Assert.Contains("disk", Assert.IsType<SendResult.Failed>(await host.Platform.UpdateAsync(message, Cards.Report("x"), default)).Why, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => host.Platform.UpdateAsync(message, Cards.Report("x"), new CancellationToken(true)));
    }

    [Fact]
    public async Task Only_people_of_the_roster_have_direct_messages()
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.Equal(new Place("console", "dm-rika@example.com"), await host.Platform.DirectPlaceAsync(ConsoleHost.Rika, default));
        Assert.Null(await host.Platform.DirectPlaceAsync(EmailAddress.Parse("nobody@example.com"), default));
    }

    [Fact]
    public async Task A_place_speaks_its_own_language_and_takes_messages_at_any_pace()
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.Equal("ja", host.Platform.LocaleOf(ConsoleHost.Sales));
        Assert.Equal("en", host.Platform.LocaleOf(ConsoleHost.Marketing));
        Assert.Equal("ja", host.Platform.LocaleOf(new Place("console", "dm-rika@example.com")));
        Assert.Equal("en", host.Platform.LocaleOf(new Place("console", "unknown")));
        Assert.Equal("console", host.Platform.Name);
        Assert.Equal(TimeSpan.Zero, host.Platform.Pace);
    }
}
