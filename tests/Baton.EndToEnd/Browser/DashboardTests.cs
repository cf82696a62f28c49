using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Browser;

/// <summary>From the chat to the page with all figures, as a newcomer goes who started <c>baton demo</c>.</summary>
public sealed class DashboardTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    [Theory]
    [InlineData("en", "/funnel dashboard", "Open the dashboard", "Funnel: ", "Last month", "lats month", "“lats” is no period and no filter.", "Sign out", "You are signed out")]
    [InlineData("ja", "/funnel ダッシュボード", "ダッシュボードを開く", "ファネル：", "先月", "先つき", "「先つき」は期間や絞り込みとして認識できません。", "サインアウト", "サインアウトしました")]
    public async Task A_manager_opens_the_figures_looks_at_another_month_corrects_a_word_and_leaves(
        string locale, string command, string link, string title, string lastMonth, string wrong, string why, string leave, string left)
    {
        var cast = Cast.Of(locale);
        await using var manager = await house.OpenAsync(cast.Manager.Email, cast.Sales);
        await manager.SayAsync(command);

        var page = await manager.Page.Context.RunAndWaitForPageAsync(() => manager.Cards.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        var complaints = new List<string>();
        page.Console += (_, said) => complaints.Add($"{said.Type}: {said.Text}");
        page.PageError += (_, error) => complaints.Add(error);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        Assert.Equal("/dashboard", new Uri(page.Url).PathAndQuery);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(7);
        await Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(6);
        await FitsAsync(page, locale, Screen.Wide);
        await FitsAsync(page, locale, Screen.Narrow);
        await page.SetViewportSizeAsync(Screen.Wide.Width, Screen.Wide.Height);

        var month = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = lastMonth, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync(month!);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = lastMonth, Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        Assert.Empty(complaints);

        var field = page.GetByRole(AriaRole.Textbox);
        await field.FillAsync(wrong);
        await field.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
        await Expect(field).ToHaveValueAsync(wrong);

        await page.GetByRole(AriaRole.Button, new() { Name = leave, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(left);
        await page.GotoAsync(new Uri(house.Address, "/dashboard").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync(title);
        Assert.Equal($"popup: {new Uri(house.Address, "/dashboard")}", Assert.Single(manager.Complaints));
    }

    private static async Task FitsAsync(IPage page, string locale, Screen screen)
    {
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.ScreenshotAsync(new() { Path = Artifacts.PathOf($"{locale}-{screen.Width}-dashboard"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        Assert.Equal((screen.Width, 0), (screen.Width, await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")));
    }
}
