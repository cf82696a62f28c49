using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Reads JSON part by part. Each call reads the value that <see cref="Next"/> went to, whole; <see cref="JsonException"/>, <see cref="FormatException"/>
/// or <see cref="InvalidOperationException"/> when it is of another kind.
/// </summary>
internal ref struct JsonParts
{
    /// <summary>Longer names than this are not told, in characters.</summary>
    public const int LongestName = 32;

    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;

    /// <summary>Stands on the first value.</summary>
    /// <param name="json">The JSON, whole.</param>
    public JsonParts(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new Utf8JsonReader(json);
        reader.Read();
    }

    /// <summary>Goes into the object that it stands on, before its first property.</summary>
    public readonly void EnterObject() => Check(JsonTokenType.StartObject);

    /// <summary>Goes to an object's next property.</summary>
    /// <param name="name">Takes its name: room for <see cref="LongestName"/> characters.</param>
    /// <returns>How long the name is, 0 for one that is too long; null at the object's end.</returns>
    public int? Next(scoped Span<char> name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        Check(JsonTokenType.PropertyName);
        var length = reader.ValueSpan.Length > name.Length ? 0 : reader.CopyString(name);
        reader.Read();
        return length;
    }

    /// <summary>Whether nothing comes any more.</summary>
    public bool Ends() => !reader.Read();

    /// <summary>Goes into the list that it stands on, before its first element.</summary>
    public readonly void EnterArray() => Check(JsonTokenType.StartArray);

    /// <summary>Goes to a list's next element. False at its end.</summary>
    public bool NextElement() => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>What is thrown for a property that is not known.</summary>
    /// <param name="name">Its name.</param>
    public static JsonException Unknown(scoped ReadOnlySpan<char> name) => new($"Property '{name}' is not known.");

    /// <summary>A number.</summary>
    public readonly int Int32() => reader.GetInt32();

    /// <summary>A text.</summary>
    public readonly string String() => reader.GetString() ?? throw new JsonException($"A null stands at byte {reader.TokenStartIndex}.");

    /// <summary>An instant.</summary>
    public readonly DateTimeOffset Instant() => reader.GetDateTimeOffset();

    /// <summary>Goes past a value.</summary>
    public void Skip() => reader.Skip();

    /// <summary>True or false.</summary>
    public readonly bool Boolean() => reader.GetBoolean();

    /// <summary>A value that many rows have.</summary>
    public T Recurring<T>(RecurringJson<T> known)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return known.Read(json[start..(int)reader.BytesConsumed]);
    }

    /// <summary>A list, most often of nothing.</summary>
    public IReadOnlyList<T> List<T>(JsonTypeInfo<IReadOnlyList<T>> form)
    {
        var ahead = reader;
        if (reader.TokenType != JsonTokenType.StartArray || !ahead.Read() || ahead.TokenType != JsonTokenType.EndArray)
        {
            return Other(form);
        }

        reader = ahead;
        return [];
    }

    /// <summary>A value that the serializer reads.</summary>
    public T Other<T>(JsonTypeInfo<T> form) =>
        JsonSerializer.Deserialize(ref reader, form) ?? throw new JsonException($"A null stands before byte {reader.BytesConsumed}.");

    private readonly void Check(JsonTokenType wanted)
    {
        if (reader.TokenType != wanted)
        {
            throw new JsonException($"At byte {reader.TokenStartIndex} stands {reader.TokenType}, not {wanted}.");
        }
    }
}
