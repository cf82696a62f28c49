using System.Globalization;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Kills;

/// <summary>The process is killed again and again in the middle of its work; nothing may be lost, doubled or half done.</summary>
public sealed class KillLoopTests(ITestOutputHelper output)
{
    private const int UsualKills = 20;
    private const int LongestLife = 900;
    private const int EarlyDeath = 4;
    private const int MostEnds = 5;

    // A claim that a killed process left is taken over after a minute, and what it held is sent then.
    // The more lives, the more leads, whose steps of seconds all fall due meanwhile.
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(150) + (TimeSpan.FromSeconds(2) * (Number("BATON_KILLS") ?? UsualKills));

    private readonly int seed = Number("BATON_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task However_often_it_is_killed_nothing_is_lost_doubled_or_half_done()
    {
        var kills = Number("BATON_KILLS") ?? UsualKills;
        output.WriteLine($"BATON_SEED={seed} BATON_KILLS={kills}");
        using var folder = new TempFolder();
        HastyHouse.Settle(folder.Path);
        var load = new Load(seed);
        var chance = new Random(seed);
        for (var life = 0; life < kills; life++)
        {
            await LiveAsync(folder.Path, load, life, TimeSpan.FromMilliseconds(chance.Next(LongestLife)));
        }

        var now = await DrainAsync(folder.Path);
        await using var store = OpenStore.In(folder.Path);
        var violations = await new StoreAudit(store, now).ViolationsAsync(load.Promised, "hubspot");

        output.WriteLine($"{load.Promised.Count} leads promised, {load.Clicked} clicks stored.");
        Assert.True(violations.Count == 0, $"BATON_SEED={seed}: {violations.Count} violations\n{string.Join('\n', violations.Take(40))}");
        Assert.True(load.Wrong.IsEmpty, $"BATON_SEED={seed}\n{string.Join('\n', load.Wrong.Take(20))}");
        Assert.True(load.Promised.Count > kills, "The load was too light to say anything.");
    }

    private static async Task LiveAsync(string folder, Load load, int life, TimeSpan length)
    {
        await using var baton = await BatonProcess.ListeningAsync(folder, "serve");
        using var client = baton.Client();
        using var end = new CancellationTokenSource();
        var before = load.Answered;
        var working = load.RunAsync(client, life, end.Token);
        if (life % EarlyDeath != 0)
        {
            // One life in four may end while it still recovers from the last death; the others do some work first.
            await Until.HoldsAsync("somebody is answered", () => Task.FromResult(load.Answered > before), seen: () => baton.Written);
        }

        await Until.PassesAsync(length + TimeSpan.FromMilliseconds(1));
        await baton.KillAsync();
        await end.CancelAsync();
        await working;
    }

    // Lives on without load until nothing is left to be sent; then ends in order, so that the file can be read as it is. A step that falls due at the
    // very end can be cut short by it, which the next life makes good.
    private static async Task<DateTimeOffset> DrainAsync(string folder)
    {
        for (var ends = 1; ; ends++)
        {
            await using var baton = await BatonProcess.ListeningAsync(folder, "serve");
            await Outboxes.RestAsync(folder, DrainPatience);
            var now = TimeProvider.System.GetUtcNow();
            Assert.Equal(0, await baton.StopAsync());
            if (ends == MostEnds || (await Outboxes.LeftAsync(folder)).Count == 0)
            {
                return now;
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
