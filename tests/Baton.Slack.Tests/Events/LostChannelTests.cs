using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Events;

public sealed class LostChannelTests
{
    [Fact]
    public async Task Leads_go_elsewhere_while_a_channel_is_archived_and_its_cards_follow_when_it_is_back()
    {
        await using var house = await StartAsync();
        var first = await house.OfferAsync();

        await house.Slack.ArchiveAsync(house.Sales);
        await ToldAsync(house, 1, "archived");
        var next = await house.SendLeadAsync();
        var card = await Eventually.SomeAsync("the next lead is elsewhere", () => CardOf(house, house.Spare, next));
        Assert.True((await house.Slack.PressAsync(house.Ren, card, "accept")).Ok);
        await house.ActAsync(SlackHouse.HandoffOf(first), new { action = "accept", actor = house.Robin.Email });
        await Eventually.SomeAsync("the first lead is taken elsewhere too", () => CardOf(house, house.Spare, SlackHouse.HandoffOf(first)));
        await house.Slack.ArchiveAsync(house.Sales, false);

        await Eventually.HoldsAsync("the card that stood there says who has it", () => house.Slack.Now(first)!.Words.Contains("Robin", StringComparison.Ordinal));
        await ToldAsync(house, 2, "takes messages again");
        var last = await house.OfferAsync();
        Assert.Equal(house.Sales.Id, last.Channel);
        Assert.Null(CardOf(house, house.Sales, next));
        Assert.Equal((2, 2), (house.Slack.DirectMessages(house.Olga).Count, house.Slack.DirectMessages(house.Kim).Count));
        Assert.DoesNotContain(house.Slack.DirectMessages(house.Robin), m => m.Words.Contains(house.Sales.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_marketing_was_to_hear_waits_for_the_channel_and_is_posted_when_it_is_back()
    {
        await using var house = await StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.ArchiveAsync(house.Marketing);
        await ToldAsync(house, 1, "archived");
        await house.ActAsync(SlackHouse.HandoffOf(card), new { action = "reject", actor = house.Robin.Email, reason = "too_small", comment = "Three people." });
        await Eventually.HoldsAsync("marketers are told directly meanwhile", () => house.Slack.DirectMessages(house.Mio).Any(Says));
        Assert.DoesNotContain(house.Slack.Messages(house.Marketing), Says);
        await house.Slack.ArchiveAsync(house.Marketing, false);

        await Eventually.HoldsAsync("it is in its thread", () => house.Slack.Messages(house.Marketing).Any(m => m.ThreadTs is not null && Says(m)));
        await ToldAsync(house, 2, "takes messages again");
        Assert.Single(house.Slack.Messages(house.Marketing), m => m.ThreadTs is not null && Says(m));
    }

    [Fact]
    public async Task A_Japanese_operator_reads_in_Japanese_why_a_channel_takes_no_messages_and_why_something_stands_still()
    {
        await using var house = await SlackHouse.StartAsync(more: new() { ["People:4:Locale"] = "ja" });

        await house.Slack.ArchiveAsync(house.Marketing);
        await Eventually.HoldsAsync("Olga is told", () => house.Slack.DirectMessages(house.Olga).Any(m => m.Words.Contains("アーカイブされました", StringComparison.Ordinal)));
        house.Slack.Faults.Next("chat.postMessage", new ApiFault.Error("restricted_action"), times: 100);
        await house.SendLeadAsync();

        await Eventually.HoldsAsync("the list says it in Japanese", async () =>
        {
            await house.Slack.CommandAsync(house.Olga, house.Sales, "/funnel", "audit");
            return house.Slack.Ephemerals(house.Olga).Any(m => m.Words.Contains("Batonの投稿を許可するよう依頼してください", StringComparison.Ordinal));
        });
        Assert.DoesNotContain(house.Slack.Ephemerals(house.Olga), m => m.Words.Contains("Ask an administrator", StringComparison.Ordinal));
    }

    // The manager is told at work only, and here is always at work.
    private static Task<SlackHouse> StartAsync() => SlackHouse.StartAsync(more: new() { ["People:2:Calendar"] = "always" });

    private static SeenMessage? CardOf(SlackHouse house, WorkspaceChannel channel, string handoff) =>
        house.Slack.Messages(channel).FirstOrDefault(m => m.Elements.Any(e => e.Value?.Contains(handoff, StringComparison.Ordinal) == true));

    private static bool Says(SeenMessage message) => message.Words.Contains("Three people.", StringComparison.Ordinal);

    private static async Task ToldAsync(SlackHouse house, int times, string what)
    {
        foreach (var user in new[] { house.Olga, house.Kim })
        {
            await Eventually.HoldsAsync($"{user.Name} is told", () => house.Slack.DirectMessages(user).Count >= times);
            var told = house.Slack.DirectMessages(user);
            Assert.Equal(times, told.Count);
            Assert.Contains(what, told.Single(m => told.All(o => string.CompareOrdinal(o.Ts, m.Ts) <= 0)).Words, StringComparison.Ordinal);
        }
    }
}
