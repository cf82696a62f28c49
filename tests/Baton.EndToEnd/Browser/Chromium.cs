using Microsoft.Playwright;

namespace Baton.EndToEnd.Browser;

/// <summary>The system's own Chromium, started once for all tests: nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Usual = "/usr/bin/chromium";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("BATON_CHROMIUM") ?? Usual, Args = Quiet });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    internal Task<IBrowserContext> WindowAsync(int width, int height, string locale) => browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        Locale = locale,
        TimezoneId = "Asia/Tokyo",
        ReducedMotion = ReducedMotion.Reduce,
    });
}
