using Baton.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Teams;

/// <summary>The emulator's page, as one person has it open.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    public IPage Page => page;

    public static async Task<PlaygroundPage> OpenAsync(IPage page, Uri address)
    {
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(address.ToString());
        await Assertions.Expect(page.GetByText("Personal Chat", new() { Exact = true }).First).ToBeVisibleAsync();
        return new PlaygroundPage(page);
    }

    /// <summary>Goes to a channel or chat.</summary>
    public Task GoAsync(string name) => page.GetByText(name, new() { Exact = true }).First.ClickAsync();

    /// <summary>The newest card that shows that text.</summary>
    public ILocator CardWith(string text) => page.Locator(".ac-adaptiveCard").Filter(new() { HasText = text }).Filter(new() { HasNot = page.Locator(".ac-adaptiveCard .ac-adaptiveCard") }).Last;

    /// <summary>Writes a message in the chat that is open.</summary>
    public async Task SayAsync(string text)
    {
        var box = page.GetByRole(AriaRole.Textbox).Last;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Saves what the window shows.</summary>
    public Task ShootAsync(string name) => page.ScreenshotAsync(new() { Path = Artifacts.PathOf(name), Animations = ScreenshotAnimations.Disabled });
}
