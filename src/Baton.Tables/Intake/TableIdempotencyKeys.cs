using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>
/// Idempotency keys in the table <c>intake</c>, each a partition of one row. The partition's name has two parts, and a source's name only one,
/// whatever characters are in it: so no source is ever taken for a key.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class TableIdempotencyKeys(ITableEngine engine) : IIdempotencyKeys
{
    /// <summary>An answer of more bytes does not fit into a row and is not kept; the same body is then worked on again.</summary>
    public const int MaxAnswerBytes = 15 * StoredJson.ChunkBytes;

    private const string Table = BatonTables.Intake;
    private const string Row = "request";

    /// <inheritdoc/>
    public async Task<KeyedBody> ClaimAsync(string key, string bodyHash, DateTimeOffset at, CancellationToken cancellation)
    {
        var claim = new TableAction.Insert(Row, new TableValues(2) { { "body", bodyHash }, { "at", at } });
        return await engine.TryCommitAsync(Table, Partition(key), [claim], cancellation)
            ? new KeyedBody(bodyHash, null)
            : Body(await ReadAsync(key, cancellation));
    }

    /// <inheritdoc/>
    public async Task<KeyedAnswer> AnswerAsync(string key, KeyedAnswer answer, CancellationToken cancellation)
    {
        if (answer.Json.Length > MaxAnswerBytes)
            return answer;
        var kept = answer;
        await CompareAndSwap.UntilAsync("The idempotency key", async () =>
        {
            var row = await ReadAsync(key, cancellation);
            if (Body(row).Answer is { } first)
            {
                kept = first;
                return true;
            }

            kept = answer;
            return await engine.TryCommitAsync(Table, Partition(key), [new TableAction.Replace(Row, With(row, answer), row.ETag)], cancellation);
        }, cancellation);
        return kept;
    }

    private async Task<TableRow> ReadAsync(string key, CancellationToken ct) =>
        await engine.GetAsync(Table, Partition(key), Row, ct) ?? throw new InvalidOperationException("An idempotency key that was claimed is gone; keys are never deleted.");

    private static TableValues With(TableRow row, KeyedAnswer answer)
    {
        var values = row.Values.With("status", answer.Status);
        values.AddJson(answer.Json.ToArray());
        return values;
    }

    private static KeyedBody Body(TableRow row) => new(
        row.Values.GetString("body"),
        row.Values.FindInt32("status") is { } status ? new KeyedAnswer(status, row.Values.GetJsonBytes()) : null);

    private static string Partition(string key) => TableKey.Join("!keys", key);
}
