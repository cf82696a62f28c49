using System.Text.Json.Nodes;

namespace Baton.Tables.StandIn;

/// <summary>An entity as it was written. What JSON can tell by itself comes back without a type, as Azure has it: 1.0 as 1.0.</summary>
internal sealed record StoredEntity(string PartitionKey, string RowKey, string ETag, JsonObject Written)
{
    private const string Suffix = "@odata.type";

    public JsonObject Json()
    {
        var json = new JsonObject { ["odata.etag"] = ETag, [nameof(PartitionKey)] = PartitionKey, [nameof(RowKey)] = RowKey, ["Timestamp"] = "2026-11-20T18:03:00Z" };
        foreach (var (name, value) in Written)
        {
            if (name is not ("PartitionKey" or "RowKey") && !IsTypeOfPlainNumber(name))
                json[name] = (string?)Written[name + Suffix] == "Edm.Double" ? Number(value!) : value?.DeepClone();
        }

        return json;
    }

    private bool IsTypeOfPlainNumber(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) && (string?)Written[name] == "Edm.Double" && Written[name[..^Suffix.Length]] is JsonValue value && !value.TryGetValue<string>(out _);

    private static JsonNode? Number(JsonNode value)
    {
        var text = value.ToJsonString();
        return text.AsSpan().ContainsAny('.', 'E', '"') ? value.DeepClone() : JsonNode.Parse(text + ".0");
    }
}
