using System.Globalization;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Addresses of tables and entities below an account's. A quote in a key is doubled, and then all is percent-encoded; what is sent is
/// what is signed (https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities).
/// </summary>
internal static class EntityAddress
{
    /// <summary>Where transactions go.</summary>
    public const string Batch = "$batch";

    /// <summary>Where tables are created.</summary>
    public const string Tables = "Tables";

    /// <summary>One entity.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its row.</param>
    public static string Of(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    /// <summary>A page of a table's entities.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="top">How many at most; null for as many as the service gives.</param>
    /// <param name="token">Where the page before ended, null for the first.</param>
    public static string Of(string table, string? filter, int? top, PageToken? token)
    {
        List<string> query = [];
        if (filter is not null)
            query.Add("$filter=" + Uri.EscapeDataString(filter));
        if (top is { } most)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"$top={most}"));
        if (token is not null)
            query.AddRange(token.Query);
        return query.Count == 0 ? $"{table}()" : $"{table}()?{string.Join('&', query)}";
    }

    /// <summary>A text in a filter.</summary>
    /// <param name="text">Any.</param>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
