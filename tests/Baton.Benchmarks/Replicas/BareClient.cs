using System.Diagnostics;
using Baton.Benchmarks.Import;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Tables;
using Baton.Tables.Azure;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Benchmarks.Replicas;

/// <summary>The peer: the client of the account in a loop, in this process, writing what accepts write and nothing else. It reads nothing and decides nothing.</summary>
internal static class BareClient
{
    /// <summary>Accepts handoffs one after the other, delivery included, and keeps what each wrote.</summary>
    public static async Task<IReadOnlyList<Chain>> RecordAsync(BatonFolder folder, IEnumerable<HandoffId> offered, CancellationToken cancellation)
    {
        RecordingEngine? recorder = null;
        await using var services = await Seeds.BuildAsync(folder.Configuration, engine => recorder = new RecordingEngine(engine), cancellation);
        var desk = services.GetRequiredService<HandoffDesk>();
        var rep = desk.Terms.Roster.People.Single(p => p.Email == EmailAddress.Parse(BatonFolder.Rep));
        var chains = new List<Chain>();
        foreach (var id in offered)
        {
            recorder!.Batches.Clear();
            if (await desk.HandleAsync(id, new Intent.Accept(), rep, TimeProvider.System.GetUtcNow(), cancellation) is not DeskAnswer.Done)
            {
                throw new InvalidOperationException($"{id} could not be accepted.");
            }

            await Seeds.DeliverAsync(services, cancellation);
            chains.Add(Chain.Of(recorder.Batches.SelectMany(b => b.First is null ? [b.Batch] : new[] { b.First, b.Batch })));
        }

        return chains;
    }

    /// <summary>Writes the chains into tables of their own, which hold as many rows as those that they come from, so many at once; how long it took.</summary>
    public static async Task<TimeSpan> WriteAsync(AzureTableOptions account, AzureTableEngine like, IReadOnlyList<Chain> chains, int atOnce, CancellationToken cancellation)
    {
        await using var engine = new AzureTableEngine(account);
        string[] tables = [.. chains.SelectMany(c => c.Batches).Select(b => b.Table).Distinct(StringComparer.Ordinal)];
        await engine.CreateTablesAsync(tables, cancellation);
        foreach (var table in tables)
        {
            await CopyAsync(table, like, engine, cancellation);
        }

        foreach (var batch in chains.SelectMany(c => c.Needed()))
        {
            await engine.CommitAsync(batch.Table, batch.PartitionKey, batch.Actions, cancellation);
        }

        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) is var at && at < chains.Count)
                {
                    foreach (var batch in chains[at].Batches)
                    {
                        await engine.CommitAsync(batch.Table, batch.PartitionKey, batch.Actions, cancellation);
                    }
                }
            },
            cancellation)));
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task CopyAsync(string table, AzureTableEngine from, AzureTableEngine to, CancellationToken cancellation)
    {
        RowPosition? after = null;
        do
        {
            var page = await from.ScanAsync(table, after, TableRules.MaxPageRows, cancellation);
            var batches = page.Rows.GroupBy(r => r.PartitionKey, r => r.Row, StringComparer.Ordinal)
                .SelectMany(p => p.Chunk(TableRules.MaxBatchActions).Select(rows => (p.Key, Rows: rows)));
            await Parallel.ForEachAsync(batches, cancellation, async (batch, ct) =>
                await to.CommitAsync(table, batch.Key, [.. batch.Rows.Select(TableAction (r) => new TableAction.Upsert(r.RowKey, r.Values))], ct));
            after = page.Next;
        }
        while (after is not null);
    }
}
