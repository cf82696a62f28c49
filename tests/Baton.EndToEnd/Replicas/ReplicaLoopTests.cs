using System.Globalization;
using Baton.EndToEnd.Kills;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Tables;
using Baton.Tables.Tests.Azure;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Replicas;

/// <summary>
/// Three replicas on one store, each killed, ended and started again at random, under load. <c>BATON_REPLICA_SECONDS</c> makes it longer,
/// <c>BATON_SEED</c> plays the same chances again.
/// </summary>
public sealed class ReplicaLoopTests(ITestOutputHelper output)
{
    private const int Replicas = 3;
    private const int UsualSeconds = 30;

    // The emulator looks through a whole table for each query: its work grows with the square of the leads.
    private const int LeadsOnTheAccount = 150;

    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan Settled = new LeaseTimes().Lease + TimeSpan.FromSeconds(10);

    private readonly int seed = Number("BATON_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task However_they_come_and_go_on_one_file_nothing_is_lost_doubled_or_half_done()
    {
        using var folder = new TempFolder();
        HastyHouse.Settle(folder.Path);
        await PlayAsync(folder.Path, new Load(seed), false);
    }

    [Fact]
    public async Task However_they_come_and_go_and_freeze_on_one_account_nothing_is_lost_doubled_or_half_done()
    {
        await using var azurite = await Azurite.StartAsync();
        using var folder = new TempFolder();
        HastyHouse.Settle(folder.Path, azurite.ConnectionString);
        await PlayAsync(folder.Path, new Load(seed, LeadsOnTheAccount), true);
    }

    private async Task PlayAsync(string folder, Load load, bool mayFreeze)
    {
        var seconds = Number("BATON_REPLICA_SECONDS") ?? UsualSeconds;
        output.WriteLine($"BATON_SEED={seed} BATON_REPLICA_SECONDS={seconds}");
        var lives = Enumerable.Range(0, Replicas).Select(i => new ReplicaLife(folder, load, i, mayFreeze, new Random(HashCode.Combine(seed, i)))).ToList();
        using (var enough = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System))
        {
            await Task.WhenAll(lives.Select(l => l.LiveAsync(enough.Token)));
        }

        var now = await DrainAsync(folder);
        await using var store = OpenStore.In(folder);
        var violations = await new StoreAudit(store, now).ViolationsAsync(load.Promised, "hubspot");
        // Deaths come faster here than shards can be taken over, and the machine is busy: how late a step is allowed to be is another test's matter.
        var (latest, _) = await new WakeAudit(store).LookAsync(Settled);

        lives.ForEach(l => output.WriteLine(l.Story));
        output.WriteLine($"{load.Promised.Count} leads promised, {load.Clicked} clicks stored, latest step {latest.TotalSeconds:0.0} s late.");
        Assert.True(violations.Count == 0, $"BATON_SEED={seed}: {violations.Count} violations\n{string.Join('\n', violations.Take(40))}");
        // Who was frozen may find that its requests to the store have run out of time, and says so: to be sent again.
        var wrong = load.Wrong.Where(w => !(mayFreeze && w.Contains(": 503 ", StringComparison.Ordinal))).ToList();
        Assert.True(wrong.Count == 0, $"BATON_SEED={seed}\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(load.Promised.Count > seconds, "The load was too light to say anything.");
    }

    // All live on without load: the shards that the last deaths left are taken, and what was under way is finished.
    private static async Task<DateTimeOffset> DrainAsync(string folder)
    {
        var replicas = await Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => BatonProcess.ListeningAsync(folder, "serve")));
        try
        {
            await Until.PassesAsync(Settled);
            await Outboxes.EmptyAsync(folder, DrainPatience);
            var now = TimeProvider.System.GetUtcNow();
            Assert.All(await Task.WhenAll(replicas.Select(r => r.StopAsync())), code => Assert.Equal(0, code));
            return now;
        }
        finally
        {
            foreach (var replica in replicas)
            {
                await replica.DisposeAsync();
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
