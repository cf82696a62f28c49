namespace Baton.Tables;

/// <summary>Where a row lies in its table.</summary>
/// <param name="PartitionKey">Its partition.</param>
/// <param name="RowKey">Its row key.</param>
public sealed record RowPosition(string PartitionKey, string RowKey);
