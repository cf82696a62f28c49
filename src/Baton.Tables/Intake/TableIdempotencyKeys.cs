using System.Globalization;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>
/// Idempotency keys in the table <c>intake</c>, each a partition of one row, and named again in a partition for its day, by which they are found to be
/// deleted. Those partitions' names have two parts, and a source's name only one, whatever characters are in it: so no source is ever taken for a key.
/// </summary>
/// <param name="engine">The store.</param>
/// <param name="agenda">Says when a day's keys are to be deleted.</param>
public sealed class TableIdempotencyKeys(ITableEngine engine, IAgenda agenda) : IIdempotencyKeys
{
    /// <summary>An answer of more bytes does not fit into a row and is not kept; the same body is then worked on again.</summary>
    public const int MaxAnswerBytes = 15 * StoredJson.ChunkBytes;

    private const string Table = BatonTables.Intake;
    private const string Row = "request";

    // What partitions of keys, and of the days on which they came, begin with.
    internal static readonly string Keys = TableKey.Join("!keys", "");
    internal static readonly string Days = TableKey.Join("!keys of", "");

    private const int AtOnce = 16;

    // The latest day whose deletion this process has seen to. Set by any thread: to see to one twice is harmless.
    private volatile Wake? seenTo;

    /// <inheritdoc/>
    /// <remarks>The deletion is planned before the key is there, so none is left behind by a crash.</remarks>
    public async Task<KeyedBody> ClaimAsync(string key, string bodyHash, DateTimeOffset at, CancellationToken cancellation)
    {
        await SeeToAsync(KeyDesk.WakeFor(at), cancellation);
        var named = new TableBatch(Table, Day(KeyDesk.DayOf(at)), [new TableAction.Upsert(TableKey.Join(key), new TableValues(1) { { "key", key } })]);
        var claim = new TableBatch(Table, Partition(key), [new TableAction.Insert(Row, new TableValues(2) { { "body", bodyHash }, { "at", at } })]);
        KeyedBody? claimed = null;
        await CompareAndSwap.UntilAsync("The idempotency key", async () =>
        {
            claimed = await engine.TryCommitInOrderAsync(named, claim, cancellation) ? new KeyedBody(bodyHash, null)
                : await ReadAsync(key, cancellation) is { } row ? Body(row)
                : null;
            return claimed is not null;
        }, cancellation);
        return claimed!;
    }

    /// <inheritdoc/>
    public async Task<KeyedAnswer> AnswerAsync(string key, KeyedAnswer answer, CancellationToken cancellation)
    {
        if (answer.Json.Length > MaxAnswerBytes)
            return answer;
        var kept = answer;
        await CompareAndSwap.UntilAsync("The idempotency key", async () =>
        {
            // A key that was deleted meanwhile keeps nothing: its request took longer than keys are kept.
            var row = await ReadAsync(key, cancellation);
            if (row is null || Body(row).Answer is not null)
            {
                kept = row is null ? answer : Body(row).Answer!;
                return true;
            }

            kept = answer;
            return await engine.TryCommitAsync(Table, Partition(key), [new TableAction.Replace(Row, With(row, answer), row.ETag)], cancellation);
        }, cancellation);
        return kept;
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(DateOnly day, CancellationToken cancellation)
    {
        await foreach (var rows in engine.ReadAllAsync(Table, Day(day), RowRange.All, cancellation).Chunk(TableRules.MaxBatchActions).WithCancellation(cancellation))
        {
            await Parallel.ForEachAsync(
                rows,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (named, token) => await ForgetAsync(named.Values.GetString("key"), day, token));
            await RemoveAsync(Day(day), rows, cancellation);
        }
    }

    // A batch in which one row is gone, because another process deletes too, removes nothing: then each row goes by itself.
    private async Task RemoveAsync(string partition, TableRow[] rows, CancellationToken ct)
    {
        if (!await engine.TryCommitAsync(Table, partition, [.. rows.Select(r => new TableAction.Remove(r.RowKey))], ct))
        {
            foreach (var row in rows)
                await engine.TryCommitAsync(Table, partition, [new TableAction.Remove(row.RowKey)], ct);
        }
    }

    // A key that was sent again on a later day is named there too; one that was deleted and claimed anew since stays.
    private async Task ForgetAsync(string key, DateOnly day, CancellationToken ct)
    {
        if (await ReadAsync(key, ct) is { } row && KeyDesk.DayOf(row.Values.GetDateTimeOffset("at")) <= day)
            await engine.TryCommitAsync(Table, Partition(key), [new TableAction.Delete(Row, row.ETag)], ct);
    }

    private async Task SeeToAsync(Wake wake, CancellationToken ct)
    {
        if (seenTo != wake)
        {
            await agenda.AddAsync(wake, ct);
            seenTo = wake;
        }
    }

    private Task<TableRow?> ReadAsync(string key, CancellationToken ct) => engine.GetAsync(Table, Partition(key), Row, ct);

    private static TableValues With(TableRow row, KeyedAnswer answer)
    {
        var values = row.Values.With("status", answer.Status);
        values.AddJson(answer.Json.ToArray());
        return values;
    }

    private static KeyedBody Body(TableRow row) => new(
        row.Values.GetString("body"),
        row.Values.FindInt32("status") is { } status ? new KeyedAnswer(status, row.Values.GetJsonBytes()) : null);

    internal static string Day(DateOnly day) => TableKey.Join("!keys of", day.ToString("O", CultureInfo.InvariantCulture));

    private static string Partition(string key) => TableKey.Join("!keys", key);
}
