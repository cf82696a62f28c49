using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>An object of a payload while it is being read: what is asked for is checked, and what nobody asked for is unknown.</summary>
internal sealed class LintedObject(JsonObject json, string path, List<string> faults)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Whether the field is there.</summary>
    public bool Has(string key) => json.ContainsKey(key);

    /// <summary>Says what is wrong here.</summary>
    public void Fault(string what) => faults.Add($"{path}: {what}");

    /// <summary>A text of that length in UTF-16 units.</summary>
    public string? Text(string key, int least, int most, bool required = true)
    {
        if (Field(key, required) is not { } node) return null;
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text)) return Wrong<string>(key, "not a text");
        if (text.Length < least || text.Length > most) return Wrong<string>(key, $"{text.Length} characters, not {least} to {most}");
        return IsWellFormed(text) ? text : Wrong<string>(key, "half of a surrogate pair");
    }

    /// <summary>One of those texts.</summary>
    public string? OneOf(string key, params string[] allowed)
    {
        var text = Text(key, 0, 255);
        return text is null || allowed.Contains(text) ? text : Wrong<string>(key, $"'{text}' is not one of {string.Join(", ", allowed)}");
    }

    /// <summary>A switch, which may be missing.</summary>
    public bool Flag(string key) => Field(key, required: false) is { } node && (node.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong<bool>(key, "neither true nor false"),
    });

    /// <summary>A whole number within those bounds.</summary>
    public long? Whole(string key, long least, long most, bool required)
    {
        if (Field(key, required) is not { } node) return null;
        if (node is not JsonValue value || !value.TryGetValue<long>(out var number) && !TryInt(value, out number)) return Wrong<long?>(key, "not a whole number");
        return number < least || number > most ? Wrong<long?>(key, $"{number} is not {least} to {most}") : number;
    }

    /// <summary>A number.</summary>
    public void Number(string key)
    {
        if (Field(key, required: true) is { } node && node.GetValueKind() != JsonValueKind.Number) Wrong<object>(key, "not a number");
    }

    /// <summary>An object.</summary>
    public LintedObject? Object(string key, bool required = true)
    {
        if (Field(key, required) is not { } node) return null;
        return node is JsonObject child ? new LintedObject(child, At(key), faults) : Wrong<LintedObject>(key, "not an object");
    }

    /// <summary>A list of so many objects.</summary>
    public IReadOnlyList<LintedObject> Objects(string key, int least, int most, bool required = true)
    {
        var found = new List<LintedObject>();
        foreach (var (item, i) in Items(key, least, most, required).Select((item, i) => (item, i)))
        {
            if (item is JsonObject child) found.Add(new LintedObject(child, $"{At(key)}[{i}]", faults));
            else faults.Add($"{At(key)}[{i}]: not an object");
        }

        return found;
    }

    /// <summary>A list of so many lists of so many objects.</summary>
    public IReadOnlyList<IReadOnlyList<LintedObject>> Rows(string key, int most, int mostCells)
    {
        var rows = new JsonObject();
        foreach (var (item, i) in Items(key, 1, most, required: true).Select((item, i) => (item, i))) rows[$"{i}"] = item?.DeepClone();
        var read = new LintedObject(rows, At(key), faults);
        return [.. rows.Select(row => read.Objects(row.Key, 1, mostCells))];
    }

    /// <summary>Ends the reading: every field that was not asked for is a fault.</summary>
    public void End()
    {
        foreach (var (key, _) in json.Where(field => !known.Contains(field.Key))) faults.Add($"{At(key)}: unknown field");
    }

    /// <summary>The characters of all fields named <c>text</c>.</summary>
    public static int TextLength(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Sum(field => field is { Key: "text", Value: JsonValue value } && value.TryGetValue<string>(out var text) ? text.Length : TextLength(field.Value)),
        JsonArray items => items.Sum(TextLength),
        _ => 0,
    };

    private IReadOnlyList<JsonNode?> Items(string key, int least, int most, bool required)
    {
        if (Field(key, required) is not { } node) return [];
        if (node is not JsonArray array) return Wrong<IReadOnlyList<JsonNode?>>(key, "not a list") ?? [];
        if (array.Count < least || array.Count > most) Wrong<object>(key, $"{array.Count} items, not {least} to {most}");
        return [.. array];
    }

    private JsonNode? Field(string key, bool required)
    {
        known.Add(key);
        if (json[key] is { } node) return node;
        if (required || json.ContainsKey(key)) faults.Add($"{At(key)}: missing");
        return null;
    }

    private T? Wrong<T>(string key, string what)
    {
        faults.Add($"{At(key)}: {what}");
        return default;
    }

    private string At(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static bool TryInt(JsonValue value, out long number)
    {
        var isInt = value.TryGetValue<int>(out var small);
        number = small;
        return isInt;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return false;
        }

        return true;
    }
}
