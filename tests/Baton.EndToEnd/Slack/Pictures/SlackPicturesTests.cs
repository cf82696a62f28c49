using Baton.EndToEnd.Browser;
using Baton.EndToEnd.Processes;
using Baton.Slack.StandIn;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Slack.Pictures;

/// <summary>
/// Draws the documentation's pictures of Slack from the very blocks that the running program sends. Slack itself cannot be had here, and its own look differs.
/// With <c>BATON_PICTURES</c> they are written into that folder, else beside the other screenshots.
/// </summary>
public sealed class SlackPicturesTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const int Width = 640;
    private const int Height = 480;

    private readonly PictureCompany company = new();

    public Task InitializeAsync() => company.InitializeAsync();

    public Task DisposeAsync() => company.DisposeAsync();

    [Fact]
    public async Task Every_message_form_and_page_can_be_drawn_from_its_blocks()
    {
        var card = await company.OfferAsync("northwind", "Northwind Trading", "Erin Park", "Head of Purchasing", 88, "We need a quote for 40 seats before December.");
        await DrawAsync("card", BlockPage.Messages(false, card), "Accept");
        await DrawAsync("reject", BlockPage.Modal(false, await company.FormAsync(company.Aoi, card, "reject")), "Reason");
        await DrawAsync("reject-ja", BlockPage.Modal(true, await company.FormAsync(company.Ren, card, "reject")), "理由");
        await company.Slack.PressAsync(company.Aoi, card, "accept");
        var taken = await company.BecomesAsync(card, "the card says who took it", m => m.Words.Contains("Accepted by", StringComparison.Ordinal));
        await DrawAsync("taken", BlockPage.Messages(false, taken), "Aoi Sato");

        await FeedbackAsync();
        await HomesAsync();
        await SummaryAsync();
    }

    private async Task FeedbackAsync()
    {
        await company.RejectAsync(company.Aoi, await company.OfferAsync("kaede", "Kaede Foods", "Mei Ono", "Assistant", 66), "too_small", "Six people, no budget this year.");
        var reply = await company.ShownAsync(company.Marketing, "the rejection in marketing's channel", m => m.ThreadTs is not null && m.Words.Contains("Kaede", StringComparison.Ordinal));
        var root = await company.ShownAsync(company.Marketing, "the campaign's thread", m => m.Ts == reply.ThreadTs);
        await DrawAsync("feedback", BlockPage.Messages(false, root, reply), "Six people, no budget this year.");
    }

    private async Task HomesAsync()
    {
        await company.OfferAsync("aoba", "青葉物流株式会社", "鈴木 花", "購買部 部長", 74);
        await DrawAsync("home", BlockPage.Home(false, await HomeAsync(company.Aoi, "Northwind")), "Northwind Trading");
        await DrawAsync("home-ja", BlockPage.Home(true, await HomeAsync(company.Ren, "青葉物流")), "青葉物流株式会社");
    }

    private async Task SummaryAsync()
    {
        await company.RejectAsync(company.Aoi, await company.OfferAsync("summit", "Summit Tools", "Lee Grant", "Owner", 61), "bad_contact_data", "The number is not in use.");
        await Until.HoldsAsync("the leads are counted", async () =>
        {
            await company.Slack.CommandAsync(company.Manager, company.Sales, "/funnel", "reasons this week");
            return company.Slack.Ephemerals(company.Manager) is [.., var last] && last.Words.Contains("too small", StringComparison.OrdinalIgnoreCase);
        });
        await company.Slack.CommandAsync(company.Manager, company.Sales, "/funnel", "digest preview");
        var summary = await company.ToldAsync(company.Manager, "the summary", m => m.Words.Contains("This week", StringComparison.OrdinalIgnoreCase) && m.Blocks is not null);
        await DrawAsync("summary", BlockPage.Messages(false, summary), "Weekly review");
    }

    private async Task<SeenView> HomeAsync(WorkspaceUser user, string shows)
    {
        await company.Slack.OpenHomeAsync(user);
        return await Until.SomeAsync($"{shows} on the page", () => Task.FromResult(company.Slack.Home(user) is { } home && home.Words.Contains(shows, StringComparison.Ordinal) ? home : null));
    }

    private async Task DrawAsync(string name, string html, string holds)
    {
        await using var window = await chromium.WindowAsync(Width, Height, "en-US");
        var page = await window.NewPageAsync();
        await page.SetContentAsync(html);
        var shot = page.Locator("#shot");
        Assert.Contains(holds, await shot.InnerTextAsync(), StringComparison.Ordinal);
        var folder = Environment.GetEnvironmentVariable("BATON_PICTURES");
        await shot.ScreenshotAsync(new LocatorScreenshotOptions { Path = folder is null ? Artifacts.PathOf("slack-" + name) : Path.Combine(folder, name + ".png") });
    }
}
