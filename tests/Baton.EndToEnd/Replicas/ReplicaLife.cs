using Baton.EndToEnd.Kills;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Replicas;

/// <summary>One replica after another in the same place: each works under load until it is killed, told to end, or frozen for longer than a lease.</summary>
/// <param name="folder">Where its configuration is.</param>
/// <param name="load">The load; shared by all.</param>
/// <param name="number">Which place.</param>
/// <param name="mayFreeze">Whether the store bears one that stands still: one file would be locked by it.</param>
/// <param name="chance">What happens when.</param>
internal sealed class ReplicaLife(string folder, Load load, int number, bool mayFreeze, Random chance)
{
    private const int LivesOfOnePlace = 1000;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    // Longer than a lease, and shorter than a claim or a client's patience.
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    private readonly List<string> ends = [];

    /// <summary>How each of its lives went, in order.</summary>
    public string Story => $"{number}: {string.Join(", ", ends)}";

    /// <summary>Lives until it is enough.</summary>
    public async Task LiveAsync(CancellationToken enough)
    {
        for (var life = 0; !enough.IsCancellationRequested; life++)
        {
            await using var baton = await BatonProcess.ListeningAsync(folder, "serve");
            using var client = baton.Client();
            using var end = new CancellationTokenSource();
            var working = load.RunAsync(client, (number * LivesOfOnePlace) + life, end.Token);
            await Until.PassesAsync(Shortest + ((Longest - Shortest) * chance.NextDouble()));
            ends.Add(await EndAsync(baton));
            await end.CancelAsync();
            await working;
        }
    }

    private async Task<string> EndAsync(BatonProcess baton)
    {
        switch (chance.Next(mayFreeze ? 4 : 3))
        {
            case 0:
                var time = TimeProvider.System.GetTimestamp();
                var code = await baton.StopAsync();
                Assert.True(code == 0, $"{code}: {baton.Written}");
                return $"ended in {TimeProvider.System.GetElapsedTime(time).TotalSeconds:0.0} s";
            case 3:
                await baton.FreezeAsync();
                await Until.PassesAsync(Frozen);
                await baton.ThawAsync();
                await Until.PassesAsync(Shortest);
                await baton.KillAsync();
                return "frozen, then killed";
            default:
                await baton.KillAsync();
                return "killed";
        }
    }
}
