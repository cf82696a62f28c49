using System.Text.Json;
using Baton.Slack.Events;
using Baton.Slack.StandIn;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Baton.Slack.Tests.Events;

public sealed class ConversationTests
{
    [Fact]
    public async Task What_marketing_answers_in_the_thread_is_in_the_timeline_once_and_follows_its_edits()
    {
        await using var house = await SlackHouse.StartAsync();
        var (card, thread) = await RejectedAsync(house);
        house.Slack.Delivery.Twice = true;

        var reply = await house.Slack.ReplyAsync(house.Mio, thread, $"Thanks <@{house.Robin.Id}>, we look &amp; see");
        await Eventually.HoldsAsync("the reply is in the timeline", () => TimelineAsync(house, card).Result.Contains("we look & see", StringComparison.Ordinal));
        await house.Slack.EditAsync(reply, "We mend it today");
        await Eventually.HoldsAsync("the edit is in the timeline", () => TimelineAsync(house, card).Result.Contains("We mend it today", StringComparison.Ordinal));

        var timeline = JsonElement.Parse(await TimelineAsync(house, card));
        Assert.Contains("Robin Rep", timeline.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_writes_outside_of_threads_is_not_Batons()
    {
        await using var house = await SlackHouse.StartAsync();
        var (card, _) = await RejectedAsync(house);
        var before = (await house.StandsAsync(SlackHouse.HandoffOf(card))).GetProperty("version").GetInt32();

        await house.Slack.WriteAsync(house.Mio, house.Marketing, "Lunch?");

        Assert.Equal(before, (await house.StandsAsync(SlackHouse.HandoffOf(card))).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_sent_again_until_it_is()
    {
        await using var house = await SlackHouse.StartAsync();
        var (card, thread) = await RejectedAsync(house);
        var failures = 0;
        house.Engine.BeforeCommit = table => table == "threads" && Interlocked.Increment(ref failures) == 1 ? throw new IOException("Gone for a moment.") : Task.CompletedTask;

        await house.Slack.ReplyAsync(house.Mio, thread, "Once more with feeling");

        await Eventually.HoldsAsync("the reply is in the timeline", () => TimelineAsync(house, card).Result.Contains("Once more with feeling", StringComparison.Ordinal));
        Assert.True(failures > 1);
    }

    [Fact]
    public async Task A_channel_that_is_lost_and_comes_back_is_told_of()
    {
        await using var house = await SlackHouse.StartAsync();

        await house.Slack.ArchiveAsync(house.Marketing);
        await house.Slack.ArchiveAsync(house.Marketing, false);
        await house.Slack.RemoveBotAsync(house.Sales);
        await house.Slack.InviteBotAsync(house.Sales);

        await Eventually.HoldsAsync("all is told", () => house.Places.Heard.Count == 4);
        Assert.Equal(
            [$"lost slack:{house.Marketing.Id}: archived", $"revived slack:{house.Marketing.Id}", $"lost slack:{house.Sales.Id}: Baton was removed from it", $"revived slack:{house.Sales.Id}"],
            house.Places.Heard);
    }

    [Fact]
    public async Task An_app_that_was_removed_is_not_ready_and_says_what_to_do()
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.DoesNotContain("removed", await ReadyAsync(house), StringComparison.Ordinal);

        await house.Slack.UninstallAsync();

        await Eventually.HoldsAsync("it says so", () => ReadyAsync(house).Result.Contains("Install the app again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_that_was_installed_again_by_another_process_is_ready_once_slack_takes_the_token()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.Slack.UninstallAsync();
        await Eventually.HoldsAsync("it says so", () => ReadyAsync(house).Result.Contains("Install the app again", StringComparison.Ordinal));

        house.Slack.KillTokens(null);
        await house.Services.GetServices<IHostedService>().OfType<TokenWatch>().Single().LookAsync(default);

        await Eventually.HoldsAsync("it is ready", () => ReadyAsync(house).Result.StartsWith("""{"status":"ready",""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_looks_at_the_own_page_sees_what_waits_there_and_can_act_on_it()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        await Eventually.HoldsAsync("the page lists the lead", () =>
        {
            house.Slack.OpenHomeAsync(house.Robin).Wait(TimeSpan.FromSeconds(5));
            return house.Slack.Home(house.Robin)?.Elements.Any(e => e.ActionId.StartsWith("accept", StringComparison.Ordinal)) == true;
        });

        var page = house.Slack.Home(house.Robin)!;
        await house.Slack.PressAsync(page, page.Elements.First(e => e.ActionId.StartsWith("accept", StringComparison.Ordinal)).ActionId);

        Assert.Equal("accepted", await house.StateOfAsync(card), ignoreCase: true);
        await Eventually.HoldsAsync("the page changes", () => house.Slack.Home(house.Robin)!.Hash != page.Hash);
    }

    [Fact]
    public async Task Show_this_lead_opens_the_lead_of_the_message()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.ShortcutAsync(house.Mio, card, "show_lead");
        var shown = await Eventually.SomeAsync("the lead is shown", () => house.Slack.OpenView(house.Mio));

        Assert.Contains("西日本建材", shown.Words, StringComparison.Ordinal);
    }

    private static async Task<(SeenMessage Card, SeenMessage Thread)> RejectedAsync(SlackHouse house)
    {
        var card = await house.OfferAsync();
        await house.ActAsync(SlackHouse.HandoffOf(card), new { action = "reject", actor = house.Robin.Email, reason = "too_small", comment = "Small." });
        var thread = await Eventually.SomeAsync("the feedback is there", () => house.Slack.Messages(house.Marketing).FirstOrDefault(m => m.ThreadTs is not null));
        await Eventually.HoldsAsync("it is recorded", () => house.StandsAsync(SlackHouse.HandoffOf(card)).Result.GetProperty("undelivered").GetArrayLength() == 0);
        return (card, thread);
    }

    private static async Task<string> TimelineAsync(SlackHouse house, SeenMessage card) =>
        System.Text.RegularExpressions.Regex.Unescape((await house.StandsAsync(SlackHouse.HandoffOf(card))).GetRawText().Replace("\\\"", "'", StringComparison.Ordinal));

    private static async Task<string> ReadyAsync(SlackHouse house) => await (await house.Client.GetAsync(new Uri("/readyz", UriKind.Relative))).Content.ReadAsStringAsync();
}
