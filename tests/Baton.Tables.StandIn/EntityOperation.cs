using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Baton.Tables.StandIn;

/// <summary>What is asked of one entity.</summary>
/// <param name="Method">The method.</param>
/// <param name="Table">The table.</param>
/// <param name="PartitionKey">The partition.</param>
/// <param name="RowKey">The row.</param>
/// <param name="IfMatch">The condition; null when the header is not there.</param>
/// <param name="Body">The entity; null for a read or a delete.</param>
internal sealed partial record EntityOperation(string Method, string Table, string PartitionKey, string RowKey, string? IfMatch, JsonObject? Body)
{
    /// <summary>Reads it from a path as it was sent.</summary>
    public static EntityOperation? Of(string method, string path, string? ifMatch, string body)
    {
        if (Address().Match(path) is not { Success: true } address)
            return null;
        var json = body.Length > 0 ? JsonNode.Parse(body)?.AsObject() : null;
        var keyed = address.Groups["p"].Success;
        return new EntityOperation(
            method,
            address.Groups["table"].Value,
            keyed ? Key(address.Groups["p"].Value) : (string?)json?[nameof(PartitionKey)] ?? "",
            keyed ? Key(address.Groups["r"].Value) : (string?)json?[nameof(RowKey)] ?? "",
            ifMatch,
            json);
    }

    // A quote inside a key is doubled; a single one would have ended it.
    private static string Key(string escaped) => Uri.UnescapeDataString(escaped).Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex("^/(?<table>[A-Za-z][A-Za-z0-9]{2,62})(\\(PartitionKey='(?<p>[^'/\\\\#?]*)',RowKey='(?<r>[^'/\\\\#?]*)'\\))?$")]
    private static partial Regex Address();
}
