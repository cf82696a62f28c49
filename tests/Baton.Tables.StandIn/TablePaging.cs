using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Baton.Tables.StandIn;

/// <summary>How queries are cut into pages. Continuations are this stand-in's own, and tell nothing.</summary>
public sealed class TablePaging
{
    private readonly ConcurrentDictionary<string, string> open = new(StringComparer.Ordinal);
    private int given;

    /// <summary>How many rows a page has at most, whatever is asked for.</summary>
    public int MostOnAPage { get; set; } = 1000;

    /// <summary>Whether the first page of every query that finds anything is empty and goes on.</summary>
    public bool TakesNothingFirst { get; set; }

    /// <summary>Whether the second half of a continuation is left out.</summary>
    public bool LeavesOutRowKey { get; set; }

    internal IEnumerable<(string Name, string Value)> Close(string place)
    {
        // With what an address must escape, so that whoever does not is found out.
        var token = string.Create(CultureInfo.InvariantCulture, $"1!8!{Interlocked.Increment(ref given)}+/=&%");
        open[token] = place;
        yield return ("NextPartitionKey", token);
        if (!LeavesOutRowKey)
            yield return ("NextRowKey", "r" + token);
    }

    internal bool TryOpen(string token, StringValues row, out string start) =>
        open.TryGetValue(token, out start!) && (LeavesOutRowKey ? row.Count == 0 : row == "r" + token);
}
