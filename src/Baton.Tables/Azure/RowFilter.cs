using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>A range of rows of one partition as a filter (https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities).</summary>
internal static class RowFilter
{
    /// <summary>The filter. It names the partition always: without it a query walks the whole table.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="range">Which of its rows.</param>
    public static string Of(string partitionKey, RowRange range)
    {
        var filter = $"PartitionKey eq {EntityAddress.Literal(partitionKey)}";
        if (range.From is { Length: > 0 } from)
            filter += $" and RowKey ge {EntityAddress.Literal(RowBound.Least(from))}";
        return range.Before is { } before ? $"{filter} and RowKey lt {EntityAddress.Literal(RowBound.Least(before))}" : filter;
    }

    /// <summary>What comes after a row in its table, as filters one after the other: an alternative in one filter would be a walk over the whole table. Null is no filter.</summary>
    /// <param name="after">The row; null for the whole table.</param>
    public static IEnumerable<string?> After(RowPosition? after) => after is null ? [null] :
    [
        $"PartitionKey eq {EntityAddress.Literal(after.PartitionKey)} and RowKey gt {EntityAddress.Literal(after.RowKey)}",
        $"PartitionKey gt {EntityAddress.Literal(after.PartitionKey)}",
    ];
}
