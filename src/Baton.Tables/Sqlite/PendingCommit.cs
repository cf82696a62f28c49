using System.Globalization;

namespace Baton.Tables.Sqlite;

/// <summary>A batch on its way to the file, encoded on its caller's thread.</summary>
internal sealed class PendingCommit : PendingWork<IReadOnlyList<string>>
{
    // A text that is no number was never an ETag of ours, and no row has this one.
    private const long NoETag = -1;

    private readonly string table;
    private readonly byte[] partition;
    private readonly Step[] steps;
    private readonly PendingCommit? before;

    /// <summary>Encodes a checked batch.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="before">What is written first, in the same transaction, on other rows; when one of the two is refused, so is the other. Null for nothing.</param>
    /// <param name="ct">Ends the wait as long as it has not begun.</param>
    public PendingCommit(string table, string partitionKey, IReadOnlyList<TableAction> actions, PendingCommit? before, CancellationToken ct)
        : base(ct)
    {
        (this.table, this.before) = (table, before);
        Weight = before?.Weight ?? 0;
        partition = KeyBytes.Encode(partitionKey);
        steps = new Step[actions.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = new Step(actions[i]);
            Weight += steps[i].Values?.Length ?? 0;
        }
    }

    /// <inheritdoc/>
    public override int Weight { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Do(RowWriter writer, out Exception? refusal)
    {
        refusal = before?.Refusal(writer) ?? Refusal(writer);
        if (refusal is not null)
            return null;
        before?.Write(writer, writer.Find(before.table)!);
        return Write(writer, writer.Find(table)!);
    }

    private Exception? Refusal(RowWriter writer) =>
        writer.Find(table) is { } statements ? Conflict(statements) : TableStatements<WriteStatements>.Missing(table);

    // Conditions are checked before anything is written, as a refused batch then needs no rollback: others share the transaction.
    private TableConflictException? Conflict(WriteStatements statements)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step.Action is TableAction.Upsert)
                continue;
            var found = statements.ETag(partition, step.Row);
            TableConflict? conflict = step.Action switch
            {
                TableAction.Insert => found is null ? null : TableConflict.AlreadyExists,
                _ when found is null => TableConflict.Missing,
                TableAction.IGuarded => found == step.ETag ? null : TableConflict.Changed,
                _ => null,
            };
            if (conflict is { } kind)
                return new TableConflictException(i, step.Action.RowKey, kind);
        }

        return null;
    }

    private string[] Write(RowWriter writer, WriteStatements statements)
    {
        var etags = new string[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step.Values is null)
            {
                statements.Delete(partition, step.Row);
                etags[i] = "";
                continue;
            }

            var etag = writer.NextETag();
            statements.Put(partition, step.Row, etag, step.Values);
            etags[i] = etag.ToString(CultureInfo.InvariantCulture);
        }

        return etags;
    }

    private readonly struct Step(TableAction action)
    {
        public TableAction Action { get; } = action;

        public byte[] Row { get; } = KeyBytes.Encode(action.RowKey);

        public byte[]? Values { get; } = action is TableAction.IWrite write ? RowEncoder.Encode(write.Values) : null;

        public long ETag { get; } = action is TableAction.IGuarded guarded
            && long.TryParse(guarded.ETag, NumberStyles.None, CultureInfo.InvariantCulture, out var etag) ? etag : NoETag;
    }
}
