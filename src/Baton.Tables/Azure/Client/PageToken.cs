using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Where a page ended. Both parts are the service's own and opaque; the second may be missing, and a page without entities may have a
/// token (https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination).
/// </summary>
/// <param name="PartitionKey">Of the next entity.</param>
/// <param name="RowKey">Of the next entity; null when the service named none.</param>
internal sealed record PageToken(string PartitionKey, string? RowKey)
{
    private const string Header = "x-ms-continuation-";
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";

    // Both parts are escaped, and so hold none.
    private const char Between = '&';

    /// <summary>The parts as they are asked for.</summary>
    public IEnumerable<string> Query
    {
        get
        {
            yield return $"{NextPartition}={Uri.EscapeDataString(PartitionKey)}";
            if (RowKey is not null)
                yield return $"{NextRow}={Uri.EscapeDataString(RowKey)}";
        }
    }

    /// <summary>What an answer says about going on; null at the end.</summary>
    public static PageToken? Of(Response response) => response.Headers.TryGetValue(Header + NextPartition, out var partition)
        ? new PageToken(partition, response.Headers.TryGetValue(Header + NextRow, out var row) ? row : null)
        : null;

    /// <summary>A token from its text; <see cref="ArgumentException"/> for a text that was none.</summary>
    public static PageToken? Parse(string? text) => text?.Split(Between) switch
    {
        null => null,
        [var partition] => new PageToken(Uri.UnescapeDataString(partition), null),
        [var partition, var row] => new PageToken(Uri.UnescapeDataString(partition), Uri.UnescapeDataString(row)),
        _ => throw new ArgumentException("The continuation is none that a page of this store had.", nameof(text)),
    };

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        RowKey is null ? Uri.EscapeDataString(PartitionKey) : $"{Uri.EscapeDataString(PartitionKey)}{Between}{Uri.EscapeDataString(RowKey)}";
}
