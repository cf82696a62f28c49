using System.Globalization;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Events;

public sealed class FollowingPagesTests
{
    [Fact]
    public async Task What_one_accepts_is_gone_from_the_others_open_page_and_on_the_own_one()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house, house.Robin);
        await OpenAsync(house, house.Ren);
        var card = await house.OfferAsync();
        await Eventually.HoldsAsync("both pages offer the lead", () => Has(house, house.Robin, "accept") && Has(house, house.Ren, "accept"));

        await house.Slack.PressAsync(house.Robin, card, "accept");

        await Eventually.HoldsAsync("Ren's page offers it no more", () => !Has(house, house.Ren, "accept"));
        await Eventually.HoldsAsync("Robin's page has it", () => Has(house, house.Robin, "touch"));
        Assert.Null(house.Slack.Home(house.Kim));
    }

    [Fact]
    public async Task A_burst_of_changes_makes_few_publishes()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house, house.Robin);
        var before = Published(house);
        var start = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.SendLeadAsync()));
        await Eventually.HoldsAsync("the page counts all", () => house.Slack.Home(house.Robin)!.Words.Contains("30 more", StringComparison.Ordinal));

        var most = 1 + (TimeProvider.System.GetElapsedTime(start) / Baton.Slack.Events.OpenPages.Gathering);
        Assert.True(Published(house) - before <= most, $"{Published(house) - before} publishes.");
    }

    [Fact]
    public async Task A_page_that_Slack_would_not_take_follows_later()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house, house.Ren);
        house.Slack.Faults.Next("views.publish", new ApiFault.RateLimited());

        await house.OfferAsync();

        await Eventually.HoldsAsync("Ren's page offers the lead", () => Has(house, house.Ren, "accept"));
    }

    [Fact]
    public async Task Who_goes_away_by_a_command_can_come_back_from_the_own_page()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house, house.Robin);
        var until = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.True((await house.Slack.CommandAsync(house.Robin, house.Sales, "/funnel", $"away until {until}")).Ok);

        await Eventually.HoldsAsync("Robin's page has the way back", () => Has(house, house.Robin, "back"));
    }

    private static async Task OpenAsync(SlackHouse house, WorkspaceUser user)
    {
        await house.Slack.OpenHomeAsync(user);
        await Eventually.HoldsAsync("the page is there", () => house.Slack.Home(user) is not null);
    }

    private static bool Has(SlackHouse house, WorkspaceUser user, string verb) =>
        house.Slack.Home(user)?.Elements.Any(e => e.ActionId.StartsWith(verb, StringComparison.Ordinal)) == true;

    private static int Published(SlackHouse house) => house.Slack.Calls.Count(c => c.Method == "views.publish");
}
