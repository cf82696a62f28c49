using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Entities as JSON on the wire. Whatever JSON cannot tell apart carries its type beside it (<c>name@odata.type</c>): a double too, as
/// 1.0 would come back as the integer 1 (https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations).
/// </summary>
internal static class EntityJson
{
    /// <summary>What answers are asked for in: the least that still says types and ETags.</summary>
    public const string MediaType = "application/json;odata=minimalmetadata";

    private const string TypeSuffix = "@odata.type";
    private const string ETagName = "odata.etag";

    // One line, as the emulator's reader of transactions ends at a line's end; and nothing but ASCII, as it decodes a body piece by piece
    // and breaks a character that two pieces share.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Default, Indented = false, SkipValidation = true };

    /// <summary>The body of a write.</summary>
    /// <param name="entity">Checked by the caller.</param>
    public static byte[] Write(TableEntity entity)
    {
        using var stream = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey"u8, entity.PartitionKey);
            json.WriteString("RowKey"u8, entity.RowKey);
            foreach (var (name, value) in entity)
                Write(json, name, value);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>An entity that was answered.</summary>
    /// <param name="json">Its object.</param>
    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity(json.GetProperty("PartitionKey"u8).GetString()!, json.GetProperty("RowKey"u8).GetString()!);
        Dictionary<string, string>? types = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
                (types ??= new(StringComparer.Ordinal))[property.Name[..^TypeSuffix.Length]] = property.Value.GetString()!;
            else if (property.NameEquals(ETagName))
                entity.ETag = new ETag(property.Value.GetString()!);
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!property.Name.Contains('.', StringComparison.Ordinal) && property.Name is not ("PartitionKey" or "RowKey" or "Timestamp"))
                entity[property.Name] = Read(property.Value, types?.GetValueOrDefault(property.Name));
        }

        return entity;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case long number:
                Write(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Write(json, name, number);
                break;
            case DateTimeOffset instant:
                Write(json, name, "Edm.DateTime", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                Write(json, name, "Edm.Guid", guid.ToString("D"));
                break;
            case byte[] bytes:
                json.WriteString(name + TypeSuffix, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new NotSupportedException($"Property '{name}' is a {value.GetType().Name}, which the table service does not have.");
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    // JSON has no NaN and no infinities: they go as texts.
    private static void Write(Utf8JsonWriter json, string name, double number)
    {
        if (!double.IsFinite(number))
        {
            Write(json, name, "Edm.Double", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
            return;
        }

        json.WriteString(name + TypeSuffix, "Edm.Double");
        json.WriteNumber(name, number);
    }

    private static object? Read(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(Text(value), CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(Text(value), CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Guid" => Guid.Parse(Text(value)),
        "Edm.Binary" => value.GetBytesFromBase64(),
        _ => Plain(value),
    };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
        _ => null,
    };
}
