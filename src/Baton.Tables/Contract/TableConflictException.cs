namespace Baton.Tables;

/// <summary>A batch was refused because a row was not as its action needs it; nothing of the batch was applied.</summary>
/// <param name="index">The action, counted from 0: the first one that does not hold.</param>
/// <param name="rowKey">Its row.</param>
/// <param name="kind">What was wrong.</param>
public sealed class TableConflictException(int index, string rowKey, TableConflict kind)
    : Exception($"Action {index} on row '{rowKey}' does not hold: {kind}. Nothing of the batch was applied.")
{
    /// <summary>The action in the batch, counted from 0: the first one that does not hold.</summary>
    public int Index { get; } = index;

    /// <summary>The row of that action.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>What was wrong.</summary>
    public TableConflict Kind { get; } = kind;
}
