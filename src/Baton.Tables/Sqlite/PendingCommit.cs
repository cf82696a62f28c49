using System.Diagnostics;

namespace Baton.Tables.Sqlite;

/// <summary>A batch on its way to the file, encoded on its caller's thread.</summary>
/// <param name="before">What is written first, in the same transaction, on other rows; when one of the two is refused, so is the other. Null for nothing.</param>
/// <param name="batch">The batch, whose new versions are the result.</param>
/// <param name="ct">Ends the wait as long as it has not begun.</param>
internal sealed class PendingCommit(EncodedBatch? before, EncodedBatch batch, CancellationToken ct) : PendingWork<IReadOnlyList<string>>(ct)
{
    /// <inheritdoc/>
    public override int Weight { get; } = batch.Weight + (before?.Weight ?? 0);

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Do(RowWriter writer, out Exception? refusal)
    {
        refusal = before is null ? null : WriteBefore(writer, before);
        if (refusal is not null)
            return null;
        if (batch.TryWrite(writer) is { } etags)
            return etags;
        before?.TakeBack(writer);
        refusal = Refusal(writer, batch);
        return null;
    }

    // What changes rows cannot be taken back: then both are looked at before one is written.
    private Exception? WriteBefore(RowWriter writer, EncodedBatch first)
    {
        if (!first.AddsOnly && (first.Refusal(writer) ?? batch.Refusal(writer)) is { } refusal)
            return refusal;
        return first.TryWrite(writer) is null ? Refusal(writer, first) : null;
    }

    private static Exception Refusal(RowWriter writer, EncodedBatch refused) =>
        refused.Refusal(writer) ?? throw new UnreachableException("A batch was refused, and nothing is in its way.");
}
