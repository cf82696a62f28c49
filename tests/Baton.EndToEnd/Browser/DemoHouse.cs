using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Browser;

/// <summary><c>baton demo</c> and a browser, for the tests of what a newcomer sees.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private readonly Chromium chromium = new();
    private readonly TempFolder folder = new();
    private BatonProcess? baton;

    internal Uri Address => baton!.Address;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        baton = await BatonProcess.ListeningAsync(folder.Path, "demo");
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await (baton?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    /// <summary>The console as that person has it open.</summary>
    internal Task<ConsolePage> OpenAsync(string person, string place, Screen? screen = null) => ConsolePage.OpenAsync(chromium, Address, person, place, screen ?? Screen.Wide);
}
