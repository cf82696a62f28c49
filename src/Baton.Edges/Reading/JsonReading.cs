using System.Text.Json;

namespace Baton.Edges.Reading;

/// <summary>Reads JSON of which nothing is certain: what is not there, or is something else, is null.</summary>
public static class JsonReading
{
    /// <summary>How what a platform sends is read: what says the same thing twice is not taken.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The value under that name; undefined when there is none.</summary>
    public static JsonElement At(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The text under that name; null when there is none.</summary>
    public static string? Text(this JsonElement from, string name) => from.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Whether it says <c>true</c> under that name.</summary>
    public static bool Says(this JsonElement from, string name) => from.At(name).ValueKind == JsonValueKind.True;

    /// <summary>The items of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement from) => from.ValueKind == JsonValueKind.Array ? from.EnumerateArray() : [];
}
