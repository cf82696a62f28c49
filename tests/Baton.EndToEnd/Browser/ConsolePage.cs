using Microsoft.Playwright;

namespace Baton.EndToEnd.Browser;

/// <summary>One person's window on the console, with everything noted that must never happen in it.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly List<string> complaints = []; // written by the page's events, one at a time

    private ConsolePage(IBrowserContext window, IPage page)
    {
        this.window = window;
        Page = page;
        page.SetDefaultTimeout(20_000);
        page.Console += (_, said) => Note(said.Type is "error" or "warning" ? $"{said.Type}: {said.Text}" : null);
        page.PageError += (_, error) => Note($"exception: {error}");
        page.Dialog += (_, dialog) => Note($"dialog: {dialog.Message}");
        page.Popup += (_, popup) => Note($"popup: {popup.Url}");
    }

    public IPage Page { get; }

    /// <summary>Everything that is shown in the place.</summary>
    public ILocator Messages => Page.GetByTestId("messages");

    /// <summary>The cards in the place.</summary>
    public ILocator Cards => Page.GetByTestId("card");

    public ILocator Toast => Page.GetByTestId("toast");

    /// <summary>Console errors, policy violations, exceptions, dialogs and windows that opened.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<ConsolePage> OpenAsync(Chromium chromium, Uri address, string person, string place, Screen screen)
    {
        var window = await chromium.WindowAsync(screen.Width, screen.Height, "en-US");
        var page = new ConsolePage(window, await window.NewPageAsync());
        await page.Page.GotoAsync(new Uri(address, $"/console/?as={Uri.EscapeDataString(person)}#{place}").ToString());
        await Assertions.Expect(page.Page.GetByTestId("connection")).ToHaveAttributeAsync("data-state", "live");
        await Assertions.Expect(page.Messages).ToBeVisibleAsync();
        return page;
    }

    /// <summary>The card that is about a company: in a channel the handoff's own one comes first.</summary>
    public ILocator CardOf(string company) => Cards.Filter(new() { HasText = company }).First;

    /// <summary>Goes to another place.</summary>
    public async Task GoAsync(string place)
    {
        if (await Page.GetByTestId("menu").IsVisibleAsync())
        {
            await Page.GetByTestId("menu").ClickAsync();
        }

        await Page.GetByTestId($"place-{place}").ClickAsync();
        await Assertions.Expect(Page.GetByTestId($"place-{place}")).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Types a line at the foot of the place and sends it.</summary>
    public async Task SayAsync(string text)
    {
        var box = Page.GetByTestId("composer").GetByRole(AriaRole.Textbox);
        await box.FillAsync(text);
        await box.PressAsync("Escape");
        await box.PressAsync("Enter");
    }

    /// <summary>Opens every thread that is folded away.</summary>
    public async Task UnfoldAsync()
    {
        var folded = Page.Locator("[data-testid=thread-toggle].has-replies[aria-expanded=false]");
        while (await folded.CountAsync() > 0)
        {
            await folded.First.ClickAsync();
        }
    }

    /// <summary>Saves what the window shows.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Artifacts.PathOf(name), Animations = ScreenshotAnimations.Disabled });

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");

    public async ValueTask DisposeAsync() => await window.CloseAsync();

    private void Note(string? complaint)
    {
        if (complaint is not null)
        {
            complaints.Add(complaint);
        }
    }
}
