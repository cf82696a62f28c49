using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Baton.Wire;

/// <summary>Reads what came over the wire without ever throwing, and writes JSON in as few bytes as Japanese allows.</summary>
public static class WireJson
{
    /// <summary>An object without members.</summary>
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");

    /// <summary>How JSON is written: in as few bytes as Japanese allows.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = Writing.Encoder };

    /// <summary>The JSON text of a node. It never stands in a page, so that escaping for HTML is not needed.</summary>
    public static string Write(JsonNode node) => node.ToJsonString(Compact);

    /// <summary>The same in UTF-8.</summary>
    public static byte[] Bytes(JsonNode node)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            node.WriteTo(json, Compact);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads an object; null for anything else.</summary>
    public static JsonElement? Object(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        try
        {
            var element = JsonElement.Parse(bytes);
            return element.ValueKind == JsonValueKind.Object ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The member of that name; false when there is none, or this is no object.</summary>
    public static bool TryGet(this JsonElement element, string name, out JsonElement member)
    {
        member = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out member);
    }

    /// <summary>The text of a member; null when there is none, or it is no text.</summary>
    public static string? Text(this JsonElement element, string name) => element.TryGet(name, out var member) ? Text(member) : null;

    /// <summary>Whether a member is <c>true</c>.</summary>
    public static bool Flag(this JsonElement element, string name) => element.TryGet(name, out var member) && member.ValueKind == JsonValueKind.True;

    /// <summary>The items of a member; none when it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGet(name, out var member) && member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : [];

    /// <summary>The text of a value; null when it is none.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped, is valid JSON and no text.
            return null;
        }
    }
}
