using System.Diagnostics;

namespace Baton.Tables.Sqlite;

/// <summary>A batch on its way to the file, encoded on its caller's thread.</summary>
/// <param name="before">What must be there when the batch is, of other rows: in the same transaction, and when one of the two is refused, so is the other. Null for nothing.</param>
/// <param name="batch">The batch, whose new versions are the result.</param>
/// <param name="ct">Ends the wait as long as it has not begun.</param>
internal sealed class PendingCommit(EncodedBatch? before, EncodedBatch batch, CancellationToken ct) : PendingWork<IReadOnlyList<string>>(ct)
{
    /// <inheritdoc/>
    public override int Weight { get; } = batch.Weight + (before?.Weight ?? 0);

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Do(RowWriter writer, out Exception? refusal)
    {
        // Where the disk is full, to write and take back needs room that a refusal does not.
        refusal = before?.Refusal(writer) ?? (writer.IsShortOfRoom ? batch.Refusal(writer) : null);
        if (refusal is not null)
            return null;

        var latest = writer.LatestETag;
        if (batch.TryWrite(writer) is { } etags)
        {
            if (before is not null && before.TryWrite(writer) is null)
                throw new UnreachableException("Nothing was in the way of a batch, and it was refused.");
            return etags;
        }

        // What is refused takes no numbers, so that it leaves nothing to be made durable.
        writer.LatestETag = latest;
        refusal = batch.Refusal(writer) ?? throw new UnreachableException("A batch was refused, and nothing is in its way.");
        return null;
    }
}
