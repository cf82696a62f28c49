using Baton.EndToEnd.Intake;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Browser;

/// <summary>Without a mouse, and on a phone.</summary>
public sealed class ByHandTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const int MostTabs = 60;

    [Fact]
    public async Task A_lead_is_accepted_with_the_keyboard_alone()
    {
        await using var rep = await house.OpenAsync(Cast.English.Rep.Email, Cast.English.Sales);
        var company = await OfferAsync("Keyboard Ltd");
        var card = rep.CardOf(company);
        await Expect(card).ToBeVisibleAsync();
        await rep.Page.GetByTestId("composer").GetByRole(AriaRole.Textbox).FocusAsync();

        for (var tabs = 0; tabs < MostTabs && !await IsAtAcceptOfAsync(card); tabs++)
        {
            await rep.Page.Keyboard.PressAsync("Shift+Tab");
        }

        await rep.ShootAsync("keyboard-focus");
        await rep.Page.Keyboard.PressAsync("Enter");
        await Expect(card).ToContainTextAsync($"Accepted by {Cast.English.Rep.Name}");
        Assert.Empty(rep.Complaints);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Nothing_is_wider_than_a_small_phone(string locale)
    {
        var cast = Cast.Of(locale);
        await using var phone = await house.OpenAsync(cast.Rep.Email, cast.Sales, Screen.Narrow);
        var company = await OfferAsync("Narrow Alley " + locale, cast.Country);
        await phone.CardOf(company).GetByRole(AriaRole.Button, new() { Name = cast.Reject, Exact = true }).ClickAsync();
        await FitsAsync(phone, $"{locale}-360-reject");
        await phone.SayAsync("/funnel");
        await Expect(phone.Cards.Filter(new() { HasText = cast.Funnel })).ToBeVisibleAsync();
        await FitsAsync(phone, $"{locale}-360-funnel");
        await phone.Page.GetByTestId("menu").ClickAsync();
        await FitsAsync(phone, $"{locale}-360-places");
        await phone.Page.GetByTestId("menu").ClickAsync();
        await phone.GoAsync("marketing");
        await phone.UnfoldAsync();
        await FitsAsync(phone, $"{locale}-360-marketing");
        await phone.GoAsync(cast.Rep.Direct);
        await FitsAsync(phone, $"{locale}-360-direct");
        Assert.Empty(phone.Complaints);
    }

    private static async Task FitsAsync(ConsolePage page, string name)
    {
        await page.ShootAsync(name);
        Assert.Equal((name, 0), (name, await page.OverflowAsync()));
    }

    private static Task<bool> IsAtAcceptOfAsync(ILocator card) =>
        card.EvaluateAsync<bool>("card => card.contains(document.activeElement) && document.activeElement.textContent.trim() === 'Accept'");

    private async Task<string> OfferAsync(string company, string country = "Germany")
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        await LeadSender.OfferAsync(client, LeadSender.Lead(string.Concat(company.Where(char.IsAsciiLetter)).ToLowerInvariant(), company, country));
        return company;
    }
}
