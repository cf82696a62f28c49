using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Events;

public sealed class CommandTests
{
    [Fact]
    public async Task An_answer_is_for_the_asker_alone_unless_it_is_shared()
    {
        await using var house = await SlackHouse.StartAsync();

        var alone = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "this week");
        var shared = await house.Slack.CommandAsync(house.Kim, house.Sales, "/leads", "this week share");

        Assert.Equal("ephemeral", alone.Json!.Value.GetProperty("response_type").GetString());
        Assert.Equal("in_channel", shared.Json!.Value.GetProperty("response_type").GetString());
        Assert.NotEmpty(house.Slack.Ephemerals(house.Kim));
    }

    [Fact]
    public async Task Everybody_is_answered_in_the_own_language()
    {
        await using var house = await SlackHouse.StartAsync();

        var english = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help");
        var japanese = await house.Slack.CommandAsync(house.Mio, house.Sales, "/funnel", "ヘルプ");

        Assert.DoesNotContain("。", english.Body, StringComparison.Ordinal);
        Assert.Contains("。", japanese.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_the_same_for_everybody_of_one_language_shared_or_not()
    {
        await using var house = await SlackHouse.StartAsync();

        var first = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help");
        var again = await house.Slack.CommandAsync(house.Robin, house.Sales, "/funnel", "help");
        var shared = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help share");
        var topic = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help sla");

        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Body, shared.Body.Replace("in_channel", "ephemeral", StringComparison.Ordinal));
        Assert.NotEqual(first.Body, shared.Body);
        Assert.NotEqual(first.Body, topic.Body);
    }

    [Fact]
    public async Task A_colleague_is_assigned_by_mentioning_them()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        var answer = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", $"assign {SlackHouse.HandoffOf(card)} <@{house.Ren.Id}|ren>");
        var stands = await house.StandsAsync(SlackHouse.HandoffOf(card));

        Assert.True(answer.Ok, answer.Body);
        Assert.Contains("ren@sales.example", stands.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_is_answered_like_a_command_and_no_reply_is_taken_from_it()
    {
        await using var house = await SlackHouse.StartAsync();

        await house.Slack.MentionAsync(house.Kim, house.Sales, "help");
        var answer = await Eventually.SomeAsync("Kim is answered", () => house.WordTo(house.Kim));
        await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help");

        Assert.Equal(2, house.Slack.Ephemerals(house.Kim).Count);
        Assert.Equal(house.Slack.Ephemerals(house.Kim)[1].Words, answer.Words);
    }

    [Fact]
    public async Task A_direct_message_is_a_command()
    {
        await using var house = await SlackHouse.StartAsync();

        await house.Slack.WriteAsync(house.Kim, house.Slack.DirectChannel(house.Kim), "help");
        var answer = await Eventually.SomeAsync("Kim is answered", () => house.Slack.DirectMessages(house.Kim).FirstOrDefault(m => m.ByApp));

        Assert.Contains("/funnel", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_told_why_there_is_no_answer()
    {
        await using var house = await SlackHouse.StartAsync();
        var guest = house.Slack.AddUser("Gus", "gus@agency.example", u => u with { Restricted = true, Locale = "ja-JP" });

        var answer = await house.Slack.CommandAsync(guest, house.Sales, "/funnel", "this week");

        Assert.Contains("ゲスト", answer.Body, StringComparison.Ordinal);
    }
}
