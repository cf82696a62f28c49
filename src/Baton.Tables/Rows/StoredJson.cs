using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Baton.Handoffs.Handoffs;

namespace Baton.Tables;

/// <summary>JSON in a row: UTF-8 in as many binary properties (<c>json0</c>, <c>json1</c> …, or under another name) as it needs, serialised once.</summary>
internal static class StoredJson
{
    /// <summary>The most bytes in one property; table storage takes 64 KiB.</summary>
    public const int ChunkBytes = 60 * 1024;

    private const string Json = "json";

    extension(TableValues values)
    {
        /// <summary>Whether the row holds JSON.</summary>
        public bool HasJson => values[Name(Json, 0)].Kind == TableValueKind.Binary;

        /// <summary>Adds a value as JSON.</summary>
        public void AddJson<T>(T value, JsonTypeInfo<T> type) => values.AddJson(HandoffJson.Write(value, type));

        /// <summary>Adds JSON that was serialised already.</summary>
        public void AddJson(byte[] json, string name = Json)
        {
            values.Add(Name(name, 0), json.Length <= ChunkBytes ? json : json[..ChunkBytes]);
            for (int i = 1, from = ChunkBytes; from < json.Length; i++, from += ChunkBytes)
                values.Add(Name(name, i), json[from..Math.Min(from + ChunkBytes, json.Length)]);
        }

        /// <summary>The JSON's bytes; not a copy where they fit into one property.</summary>
        public byte[] GetJsonBytes(string name = Json)
        {
            var first = values.GetBinary(Name(name, 0));
            if (first.Length < ChunkBytes)
                return first;
            using var all = new MemoryStream(ChunkBytes * 2);
            all.Write(first);
            for (var i = 1; values.FindBinary(Name(name, i)) is { } next; i++)
                all.Write(next);
            return all.ToArray();
        }

        /// <summary>The value that was added.</summary>
        public T GetJson<T>(JsonTypeInfo<T> type) =>
            JsonSerializer.Deserialize(values.GetJsonBytes(), type) ?? throw new JsonException($"The row holds a JSON null where a {typeof(T).Name} should be.");
    }

    private static string Name(string name, int chunk) => string.Create(CultureInfo.InvariantCulture, $"{name}{chunk}");
}
