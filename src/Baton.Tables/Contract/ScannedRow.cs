namespace Baton.Tables;

/// <summary>A row with its partition.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="Row">The row.</param>
public sealed record ScannedRow(string PartitionKey, TableRow Row)
{
    /// <summary>Where it lies.</summary>
    public RowPosition Position => new(PartitionKey, Row.RowKey);
}
