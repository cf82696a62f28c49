using Baton.Benchmarks.Product;
using Baton.Bot.Workers;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Baton.Benchmarks.Memory;

/// <summary>What sweeps cost when nothing is due: the product's own sweeper over a counted engine, on the store as it is.</summary>
internal static class IdleSweeps
{
    private const int Sweeps = 3;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Rows read and calls made by three sweeps; the first after the start is not counted, since it sees to the next summary.</summary>
    public static async Task<(int Rows, int Reads, int Commits)> CountAsync(BatonFolder folder, CancellationToken cancellation)
    {
        CountingEngine? counter = null;
        await using var services = await Seeds.BuildAsync(folder.Configuration, engine => counter = new CountingEngine(engine), cancellation);
        await services.GetRequiredService<ShardLeases>().BeatAsync(cancellation);
        using var sweeper = ActivatorUtilities.CreateInstance<Sweeper>(services);
        var health = services.GetRequiredService<WorkerHealth>();
        await ((IHostedService)sweeper).StartAsync(cancellation);
        var seen = await NextAsync(health, null, cancellation);
        var before = counter!.Counts;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            seen = await NextAsync(health, seen, cancellation);
        }

        var after = counter.Counts;
        await ((IHostedService)sweeper).StopAsync(cancellation);
        return (after.Rows - before.Rows, after.Reads - before.Reads, after.Commits - before.Commits);
    }

    private static async Task<DateTimeOffset> NextAsync(WorkerHealth health, DateTimeOffset? after, CancellationToken cancellation)
    {
        while (health.LastSweep is not { } last || last == after)
        {
            await Task.Delay(Look, TimeProvider.System, cancellation);
        }

        return health.LastSweep.Value;
    }
}
