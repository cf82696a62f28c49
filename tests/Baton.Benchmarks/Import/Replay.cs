using System.Diagnostics;
using Baton.Bot.Intake;
using Baton.Tables;
using Baton.Tables.Sqlite;

namespace Baton.Benchmarks.Import;

/// <summary>The peer of the import: the bare SQLite engine, in this process, writing the very batches that an import made.</summary>
internal static class Replay
{
    // An import has so many leads under way, each of which writes up to three batches side by side.
    private const int AtOnce = 3 * Lanes.Count;

    /// <summary>Writes the batches into a new file; how long it took.</summary>
    public static async Task<TimeSpan> RunAsync(string path, IReadOnlyList<RecordedBatch> batches, CancellationToken cancellation)
    {
        await using var engine = new SqliteTableEngine(new SqliteTableOptions { Path = path });
        await BatonTables.CreateAsync(engine, cancellation);
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) is var at && at < batches.Count)
                {
                    await batches[at].CommitAsync(engine, cancellation);
                }
            },
            cancellation)));
        return Stopwatch.GetElapsedTime(start);
    }
}
