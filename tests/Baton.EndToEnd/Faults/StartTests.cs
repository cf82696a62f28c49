using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Faults;

/// <summary>What cannot start says why in a line, and harms nothing that runs.</summary>
public sealed class StartTests
{
    private const int Failed = 1;

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_a_line()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        SalesHouse.Settle(folder.Path);
        SalesHouse.Settle(other.Path);
        await using var first = await BatonProcess.ListeningAsync(folder.Path, "serve");

        await using var second = BatonProcess.Start(other.Path, "serve", "--urls", first.Address.ToString());

        Assert.Equal(Failed, await second.EndedAsync());
        Assert.Contains($"Failed to bind to address {first.Address.ToString().TrimEnd('/')}: address already in use. Baton may be running already; else choose another address with --urls.", second.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_demo_leaves_the_store_of_the_first_alone()
    {
        using var folder = new TempFolder();
        await using var first = await BatonProcess.ListeningAsync(folder.Path, "demo");

        await using var second = BatonProcess.Start(folder.Path, "demo", "--urls", "http://127.0.0.1:0");

        Assert.Equal(Failed, await second.EndedAsync());
        Assert.Contains($"A demo runs on {Path.Combine(folder.Path, "data", "demo.db")} already: stop it first, or start this one in another folder.", second.Written, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "demo.db")));
        Assert.Equal(0, await first.StopAsync());
        await using var third = await BatonProcess.ListeningAsync(folder.Path, "demo");
    }
}
