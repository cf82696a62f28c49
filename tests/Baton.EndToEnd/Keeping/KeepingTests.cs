using Baton.EndToEnd.Kills;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Handoffs.Handoffs;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Keeping;

/// <summary>Backup, restore and audit as an operator runs them: the real program in processes of its own, beside a server that works and people who click.</summary>
public sealed class KeepingTests(ITestOutputHelper output)
{
    private const int Enough = 60;
    private const int Kills = 4;
    private const int Audits = 4;
    private const int LongestLife = 900;

    private readonly int seed = Random.Shared.Next();

    [Fact]
    public async Task A_backup_taken_beside_a_server_under_load_restores_to_a_sound_store_with_every_lead_that_was_promised()
    {
        using var from = Settled();
        using var to = Settled();
        var backup = from["store.baton"];
        IReadOnlyDictionary<string, string> promised = new Dictionary<string, string>();
        await UnderLoadAsync(from.Path, async load =>
        {
            promised = load.Promised.ToDictionary(StringComparer.Ordinal);
            await FineAsync(from.Path, "backup", backup);
        });

        await FineAsync(to.Path, "restore", backup);
        await FineAsync(to.Path, "audit");

        await using var store = OpenStore.In(to.Path);
        foreach (var (externalId, id) in promised)
        {
            Assert.True(await store.HandoffAsync(new HandoffId(id)) is not null, $"{externalId} was promised before the backup and is not in it");
        }

        Assert.True(promised.Count >= Enough / 2, "The load was too light to say anything.");
    }

    [Fact]
    public async Task An_audit_takes_nobody_who_works_for_a_fault()
    {
        using var folder = Settled();
        await UnderLoadAsync(folder.Path, async _ =>
        {
            for (var i = 0; i < Audits; i++)
            {
                var written = await FineAsync(folder.Path, "audit", "--repair", "--json");
                Assert.DoesNotContain("\"harmless\":false", written, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task Killed_again_and_again_a_backup_and_a_restore_come_to_their_end()
    {
        using var from = Settled();
        using var to = Settled();
        var backup = from["store.baton"];
        await UnderLoadAsync(from.Path, _ => Task.CompletedTask);

        await KilledAsync(from.Path, "backup", backup);
        await FineAsync(from.Path, "backup", backup, "--force");
        await KilledAsync(to.Path, "restore", backup);
        await FineAsync(to.Path, "restore", backup, "--replace");

        Assert.Contains("Every rule holds", await FineAsync(to.Path, "audit"), StringComparison.Ordinal);
    }

    private static TempFolder Settled()
    {
        var folder = new TempFolder();
        HastyHouse.Settle(folder.Path);
        return folder;
    }

    private async Task UnderLoadAsync(string folder, Func<Load, Task> meanwhile)
    {
        output.WriteLine($"seed {seed}");
        await using var baton = await BatonProcess.ListeningAsync(folder, "serve");
        using var client = baton.Client();
        using var end = new CancellationTokenSource();
        var load = new Load(seed);
        var working = load.RunAsync(client, 0, end.Token);
        await Until.HoldsAsync("leads and clicks are answered", () => Task.FromResult(load.Answered >= Enough && load.Clicked >= Enough), seen: () => baton.Written);
        await meanwhile(load);
        await end.CancelAsync();
        await working;
        Assert.Empty(load.Wrong);
        Assert.Equal(0, await baton.StopAsync());
    }

    private static async Task<string> FineAsync(string folder, params string[] command)
    {
        await using var baton = BatonProcess.Start(folder, command);
        var code = await baton.EndedAsync();
        Assert.True(code == 0, $"baton {string.Join(' ', command)} ended with {code}:\n{baton.Written}");
        return baton.Written;
    }

    private async Task KilledAsync(string folder, params string[] command)
    {
        var chance = new Random(seed);
        for (var i = 0; i < Kills; i++)
        {
            await using var baton = BatonProcess.Start(folder, command);
            await Until.PassesAsync(TimeSpan.FromMilliseconds(1 + chance.Next(LongestLife)));
            await baton.KillAsync();
        }
    }
}
