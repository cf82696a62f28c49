using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Baton.Tables.StandIn;

/// <summary>Answers queries that are ranges: of rows in one partition, of all that comes after a partition, of a whole table. Every other is refused, as the service would walk the table for it.</summary>
internal sealed partial class EntityQuery(StoredTables tables, TablePaging paging)
{
    private const int MostRows = 1000;
    private const string Header = "x-ms-continuation-";

    public TableAnswer Answer(string table, IQueryCollection query)
    {
        var top = int.TryParse(query["$top"], CultureInfo.InvariantCulture, out var asked) ? asked : MostRows;
        if (top is < 1 or > MostRows || Filter().Match(query["$filter"].ToString()) is not { Success: true } filter)
            return TableAnswer.Error(400, "InvalidInput", "One of the request inputs is not valid.");
        if (tables.Find(table) is not { } rows)
            return TableAnswer.Error(404, "TableNotFound");
        var start = "";
        if (query["NextPartitionKey"] is [{ } token] && !paging.TryOpen(token, query["NextRowKey"], out start))
            return TableAnswer.Error(400, "InvalidInput", "The continuation is none of ours.");
        var found = rows.Values.Where(row => IsIn(filter, row)).SkipWhile(row => string.CompareOrdinal(Place(row), start) < 0).ToList();
        var page = paging.TakesNothingFirst && start.Length == 0 ? [] : found.Take(Math.Min(top, paging.MostOnAPage)).ToList();
        var body = new JsonObject { ["value"] = new JsonArray([.. page.Select(row => row.Json())]) }.ToJsonString();
        return page.Count == found.Count
            ? new TableAnswer(200, TableAnswer.JsonType, body)
            : new TableAnswer(200, TableAnswer.JsonType, body, [.. paging.Close(Place(found[page.Count])).Select(part => (Header + part.Name, part.Value))]);
    }

    private static bool IsIn(Match filter, StoredEntity row) =>
        (!filter.Groups["p"].Success || row.PartitionKey == Text(filter, "p"))
        && (!filter.Groups["beyond"].Success || string.CompareOrdinal(row.PartitionKey, Text(filter, "beyond")) > 0)
        && (!filter.Groups["after"].Success || string.CompareOrdinal(row.RowKey, Text(filter, "after")) > 0)
        && (!filter.Groups["from"].Success || string.CompareOrdinal(row.RowKey, Text(filter, "from")) >= 0)
        && (!filter.Groups["before"].Success || string.CompareOrdinal(row.RowKey, Text(filter, "before")) < 0);

    private static string Place(StoredEntity row) => StoredTables.Place(row.PartitionKey, row.RowKey);

    private static string Text(Match filter, string group) => filter.Groups[group].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(PartitionKey gt '(?<beyond>([^']|'')*)'|PartitionKey eq '(?<p>([^']|'')*)'( and RowKey gt '(?<after>([^']|'')*)')?( and RowKey ge '(?<from>([^']|'')*)')?( and RowKey lt '(?<before>([^']|'')*)')?)?$",
        RegexOptions.Singleline)]
    private static partial Regex Filter();
}
