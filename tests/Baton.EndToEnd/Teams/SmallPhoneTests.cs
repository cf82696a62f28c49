using System.Net.Http.Json;
using Baton.EndToEnd.Browser;
using Baton.EndToEnd.Processes;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Teams;

/// <summary>Cards as wide as a phone shows them, in Microsoft's own emulator of Teams.</summary>
public sealed class SmallPhoneTests
{
    // What is left of a phone's 360 pixels beside Teams' own margins.
    private const int CardWidth = 328;

    // A whole card is in view, so that its picture shows it.
    private static readonly Screen Tall = Screen.Wide with { Height = 2600 };

    [Theory]
    [InlineData("en", "Reject", "funnel", "funnel digest preview")]
    [InlineData("ja", "却下", "funnel", "funnel 週報 preview")]
    public async Task Nothing_of_a_card_is_cut_off_on_a_small_phone(string locale, string reject, string overview, string digest)
    {
        await using var house = await TeamsHouse.StartAsync(locale, Tall);
        var cards = house.Page.Page.Locator(".ac-adaptiveCard");
        await Assertions.Expect(house.Page.CardWith("Robin Rep")).ToBeVisibleAsync();
        await house.SendAsync("1", "Alpha Works");
        await Until.HoldsAsync("the lead is counted", async () => await CountedAsync(house.Client));
        await house.Page.SayAsync(overview);
        await Until.HoldsAsync("the figures", async () => await cards.CountAsync() >= 2);
        await house.Page.SayAsync(digest);
        await Until.HoldsAsync("the summary", async () => await cards.CountAsync() >= 3);
        await NarrowAsync(house.Page.Page);
        await ShootAllAsync(cards, $"teams-phone-chat-{locale}");
        Assert.Empty(await CutOffAsync(cards));

        await house.Page.GoAsync("General");
        var card = house.Page.CardWith("Alpha Works");
        await card.GetByRole(AriaRole.Button, new() { Name = reject }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Combobox).First).ToBeVisibleAsync();
        await ShootAllAsync(cards, $"teams-phone-lead-{locale}");
        Assert.Empty(await CutOffAsync(cards));
    }

    private static async Task<bool> CountedAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/funnel", new { text = "week", actor = "kim@sales.example" });
        return (await answer.Content.ReadAsStringAsync()).Contains("\"handedOver\":1", StringComparison.Ordinal);
    }

    private static Task NarrowAsync(IPage page) =>
        page.AddStyleTagAsync(new() { Content = $":not(.ac-adaptiveCard *) > .ac-adaptiveCard {{ width: {CardWidth}px !important; min-width: 0 !important; box-sizing: border-box }}" });

    // Whatever reaches beyond its card, with its text.
    private static async Task<string[]> CutOffAsync(ILocator cards) => await cards.EvaluateAllAsync<string[]>(
        """
        cards => cards.flatMap(card => {
          const right = card.getBoundingClientRect().right + 1;
          return [...card.querySelectorAll("*")].filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > right).map(e => `${e.tagName} ${e.className}: ${e.textContent.slice(0, 60)}`);
        })
        """);

    private static async Task ShootAllAsync(ILocator cards, string name)
    {
        var count = await cards.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await cards.Nth(i).ScreenshotAsync(new() { Path = Artifacts.PathOf($"{name}-{i}"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
