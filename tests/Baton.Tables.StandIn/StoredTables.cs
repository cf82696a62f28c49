using System.Globalization;
using System.Text.Json.Nodes;

namespace Baton.Tables.StandIn;

/// <summary>Tables in memory. Guarded by whoever holds <see cref="Gate"/>.</summary>
internal sealed class StoredTables
{
    private const int MaxEntityProperties = 255;

    private readonly Dictionary<string, SortedDictionary<string, StoredEntity>> tables = new(StringComparer.OrdinalIgnoreCase);
    private long etags;

    /// <summary>Held by whoever reads or writes.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public bool Create(string table) => tables.TryAdd(table, new SortedDictionary<string, StoredEntity>(StringComparer.Ordinal));

    public SortedDictionary<string, StoredEntity>? Find(string table) => tables.GetValueOrDefault(table);

    /// <summary>A key by which partitions, and rows in them, are in order.</summary>
    public static string Place(string partitionKey, string rowKey) => $"{partitionKey}\u0000{rowKey}";

    /// <summary>Does one operation, or answers what keeps it from being done.</summary>
    public TableAnswer Do(EntityOperation operation, Stack<Action> undo)
    {
        if (Find(operation.Table) is not { } rows)
            return TableAnswer.Error(404, "TableNotFound", "The table specified does not exist.");
        var place = Place(operation.PartitionKey, operation.RowKey);
        var present = rows.GetValueOrDefault(place);
        if (Refusal(operation, present) is { } refusal)
            return refusal;
        if (operation.Method == "GET")
            return new TableAnswer(200, TableAnswer.JsonType, present!.Json().ToJsonString(), ("ETag", present.ETag));
        undo.Push(() =>
        {
            rows.Remove(place);
            if (present is not null)
                rows.Add(place, present);
        });
        rows.Remove(place);
        if (operation.Method == "DELETE")
            return TableAnswer.Done(204);
        var written = new StoredEntity(operation.PartitionKey, operation.RowKey, NextETag(), operation.Body!);
        rows.Add(place, written);
        return TableAnswer.Done(204, written.ETag);
    }

    private static TableAnswer? Refusal(EntityOperation operation, StoredEntity? present) => operation.Method switch
    {
        "POST" when present is not null => TableAnswer.Error(409, "EntityAlreadyExists", "The specified entity already exists."),
        "POST" or "PUT" when operation.Body is null || operation.Body.Count(p => !p.Key.Contains('@', StringComparison.Ordinal)) + 1 > MaxEntityProperties => TableAnswer.Error(400, "TooManyProperties"),
        "POST" => null,
        "PUT" when operation.IfMatch is null => null,
        "DELETE" when operation.IfMatch is null => new TableAnswer(400, null, ""),
        "GET" or "PUT" or "DELETE" when present is null => TableAnswer.Error(404, "ResourceNotFound", "The specified resource does not exist."),
        "PUT" or "DELETE" when operation.IfMatch is not "*" && !operation.IfMatch!.StartsWith("W/\"datetime'", StringComparison.Ordinal) => TableAnswer.Error(400, "InvalidInput"),
        "PUT" or "DELETE" when operation.IfMatch is not "*" && operation.IfMatch != present.ETag => TableAnswer.Error(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied."),
        "GET" or "PUT" or "DELETE" => null,
        _ => TableAnswer.Error(405, "UnsupportedHttpVerb"),
    };

    private string NextETag() => string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'2026-11-20T18%3A03%3A{++etags % 60:00}.{etags:0000000}Z'\"");
}
