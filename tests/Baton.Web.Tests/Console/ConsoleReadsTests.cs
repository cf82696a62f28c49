using System.Net;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleReadsTests
{
    [Fact]
    public async Task Who_can_be_chosen_is_the_roster()
    {
        await using var host = await ConsoleHost.StartAsync();
        var answer = await host.GetAsync("/console/api/me?as=SAM@example.com");
        Assert.Equal("Sam Reed", (string?)answer["me"]!["name"]);
        Assert.Equal(["rep", "manager"], answer["me"]!["roles"]!.AsArray().Select(r => (string?)r));
        Assert.Equal(["rika@example.com", "sam@example.com"], answer["people"]!.AsArray().Select(p => (string?)p!["email"]));
        Assert.Null((await host.GetAsync("/console/api/me"))["me"]);
    }

    [Theory]
    [InlineData("me?as=")]
    [InlineData("me?as=nobody@example.com")]
    [InlineData("places")]
    [InlineData("places?as=nobody@example.com")]
    [InlineData("places/elsewhere/messages?as=sam@example.com")]
    [InlineData("places/dm-rika@example.com/messages?as=sam@example.com")]
    [InlineData("places/sales/messages?as=sam@example.com&before=yesterday")]
    [InlineData("stream?as=nobody")]
    public async Task Wrong_questions_are_told_what_is_wrong(string path)
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.NotEmpty((string?)(await host.GetAsync("/console/api/" + path, HttpStatusCode.BadRequest))["detail"] ?? "");
    }

    [Fact]
    public async Task Places_are_the_channels_and_ones_own_direct_messages_with_their_latest_message()
    {
        await using var host = await ConsoleHost.StartAsync();
        var posted = await host.PostAsync(ConsoleHost.Sales, "offer-1");
        var places = (await host.GetAsync("/console/api/places?as=rika@example.com")).AsArray();
        Assert.Equal(["sales", "marketing", "dm-rika@example.com"], places.Select(p => (string?)p!["id"]));
        Assert.Equal(["sales", "marketing", "direct"], places.Select(p => (string?)p!["kind"]));
        Assert.Equal(["営業", "Marketing", "里佳"], places.Select(p => (string?)p!["nameJa"]));
        Assert.Equal([posted.Id, null, null], places.Select(p => (string?)p!["latest"]));
    }

    [Fact]
    public async Task Replies_come_with_the_message_they_belong_to()
    {
        await using var host = await ConsoleHost.StartAsync();
        var first = await host.PostAsync(ConsoleHost.Marketing, "thread-1");
        var second = await host.PostAsync(ConsoleHost.Marketing, "thread-2");
        var reply = await host.PostAsync(ConsoleHost.Marketing, "reply-1", first.Id);
        var page = await host.GetAsync("/console/api/places/marketing/messages?as=sam@example.com");
        var threads = page["threads"]!.AsArray();
        Assert.Equal([first.Id, second.Id], threads.Select(t => (string?)t!["root"]!["id"]));
        Assert.Equal(reply.Id, (string?)threads[0]!["replies"]!.AsArray().Single()!["id"]);
        Assert.Equal("AdaptiveCard", (string?)threads[0]!["root"]!["card"]!["type"]);
        Assert.Equal("thread-1", (string?)threads[0]!["root"]!["summary"]);
        Assert.Null(page["earlier"]);
    }

    [Fact]
    public async Task Earlier_pages_follow_and_a_late_reply_brings_its_old_thread_along()
    {
        await using var host = await ConsoleHost.StartAsync();
        var old = await host.PostAsync(ConsoleHost.Marketing, "old");
        for (var i = 0; i < 50; i++)
        {
            await host.PostAsync(ConsoleHost.Marketing, $"m{i:D2}");
        }

        var late = await host.PostAsync(ConsoleHost.Marketing, "late", old.Id);
        var page = await host.GetAsync("/console/api/places/marketing/messages?as=sam@example.com");
        Assert.Equal(old.Id, (string?)page["threads"]![0]!["root"]!["id"]);
        Assert.Equal(late.Id, (string?)page["threads"]![0]!["replies"]![0]!["id"]);
        var before = await host.GetAsync($"/console/api/places/marketing/messages?as=sam@example.com&before={page["earlier"]}");
        Assert.Equal(["old", "m00"], before["threads"]!.AsArray().Select(t => (string?)t!["root"]!["summary"]));
        Assert.Null(before["earlier"]);
    }
}
