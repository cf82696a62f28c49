using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// A handoff's name. It is computed from the lead's source, external id and round, so that sending a lead twice,
/// or crashing in the middle of taking it, can never make two handoffs.
/// </summary>
[JsonConverter(typeof(HandoffIdJsonConverter))]
public readonly record struct HandoffId(string Value)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;

    /// <summary>The id of the <paramref name="round"/>th handoff of a lead: 80 bits of SHA-256, in Crockford's base 32, lower case.</summary>
    public static HandoffId For(string source, string externalId, int round = 1)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Length}:{source}{externalId.Length}:{externalId}{round}"), hash);
        return new HandoffId(string.Create(Length, hash.ToArray(), static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        }));
    }

    /// <summary>Whether the text has the form of an id.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Length } && text.All(Alphabet.Contains);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Writes an id as its text.</summary>
public sealed class HandoffIdJsonConverter : JsonConverter<HandoffId>
{
    /// <inheritdoc />
    public override HandoffId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, HandoffId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
