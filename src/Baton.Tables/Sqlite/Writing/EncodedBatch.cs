using System.Globalization;

namespace Baton.Tables.Sqlite;

/// <summary>A batch in the bytes that are stored.</summary>
internal sealed class EncodedBatch
{
    private readonly string table;
    private readonly byte[] partition;
    private readonly EncodedStep[] steps;
    private readonly int conditions;

    /// <summary>Encodes a checked batch.</summary>
    /// <param name="batch">The batch.</param>
    public EncodedBatch(TableBatch batch)
    {
        table = batch.Table;
        partition = KeyBytes.Encode(batch.PartitionKey);
        steps = EncodedStep.Of(batch.Actions);
        foreach (var step in steps)
        {
            Weight += step.Values?.Length ?? 0;
            conditions += step.Order == EncodedStep.ConditionalOrder ? 1 : 0;
        }
    }

    /// <summary>Bytes of rows to write.</summary>
    public int Weight { get; }

    /// <summary>Why it must be refused; null when nothing is in its way.</summary>
    /// <param name="writer">In a transaction.</param>
    public Exception? Refusal(RowWriter writer) =>
        writer.Find(table) is { } statements ? Conflict(statements) : TableStatements<WriteStatements>.Missing(table);

    /// <summary>
    /// Writes all of it, or nothing when it must be refused: others share the transaction, which cannot be rolled back for one of them. A statement finds
    /// out by itself whether its condition holds, which spares a look before. What was added before one does not hold is removed again; the one row that is
    /// changed on a condition comes after what is added, and where there are several of that kind, all are looked at before.
    /// </summary>
    /// <param name="writer">In a transaction.</param>
    /// <returns>The new versions of the rows in the order of the actions, empty for those that are gone; null when it must be refused.</returns>
    public string[]? TryWrite(RowWriter writer)
    {
        if (writer.Find(table) is not { } statements || (conditions > 1 && Conflict(statements) is not null))
            return null;
        var etags = new string[steps.Length];
        for (var done = 0; done < steps.Length; done++)
        {
            var step = steps[done];
            var etag = step.Values is null ? 0 : writer.NextETag();
            if (!statements.TryWrite(partition, step, etag))
            {
                TakeBack(statements, done);
                return null;
            }

            etags[step.Index] = step.Values is null ? "" : etag.ToString(CultureInfo.InvariantCulture);
        }

        return etags;
    }

    private void TakeBack(WriteStatements statements, int done)
    {
        for (var i = 0; i < done; i++)
            statements.Delete(partition, steps[i].Row);
    }

    // The first in the order of the actions, as the other engine answers.
    private TableConflictException? Conflict(WriteStatements statements)
    {
        TableConflictException? first = null;
        foreach (var step in steps)
        {
            if (step.CanConflict && (first is null || step.Index < first.Index) && step.Conflict(statements.ETag(partition, step.Row)) is { } conflict)
                first = new TableConflictException(step.Index, step.Action.RowKey, conflict);
        }

        return first;
    }
}
