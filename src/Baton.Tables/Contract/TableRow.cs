namespace Baton.Tables;

/// <summary>A row as it was read.</summary>
/// <param name="RowKey">Its key within the partition.</param>
/// <param name="Values">Its properties.</param>
/// <param name="ETag">Its version, opaque: any change gives the row another one, deleting and inserting it again included.</param>
public sealed record TableRow(string RowKey, TableValues Values, string ETag);
