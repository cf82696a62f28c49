using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Handoffs.Leads;

/// <summary>
/// An e-mail address in its normal form: without surrounding blanks, lower case, one <c>@</c> with text on both sides.
/// Two spellings of one address are equal; this is what duplicates and suppression are found by.
/// </summary>
[JsonConverter(typeof(EmailAddressJsonConverter))]
public readonly record struct EmailAddress
{
    /// <summary>The longest address that is taken, in characters (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).</summary>
    public const int MaxLength = 254;

    private readonly string? value;

    private EmailAddress(string value) => this.value = value;

    /// <summary>The normal form; empty for <c>default</c>.</summary>
    public string Value => value ?? "";

    /// <summary>The part behind the <c>@</c>.</summary>
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads an address; throws <see cref="FormatException"/> when it is none.</summary>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var email) ? email : throw new FormatException($"'{text}' is not an e-mail address such as name@example.com.");

    /// <summary>Reads an address and answers whether it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress email)
    {
        email = default;
        if (string.IsNullOrEmpty(text) || text.Length > 2 * MaxLength)
        {
            return false;
        }

        var trimmed = text.Trim();
        if (!Ascii.IsValid(trimmed))
        {
            // Normalising throws for half a surrogate pair, and an invisible character would give one person two addresses.
            if (trimmed.EnumerateRunes().Any(r => r == Rune.ReplacementChar || Rune.GetUnicodeCategory(r) == UnicodeCategory.Format))
            {
                return false;
            }

            trimmed = trimmed.Normalize();
        }

        trimmed = trimmed.ToLowerInvariant();
        if (trimmed.Length is 0 or > MaxLength || HasGap(trimmed))
        {
            return false;
        }

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == trimmed.Length - 1 || at != trimmed.LastIndexOf('@') || !trimmed[at..].Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        email = new EmailAddress(trimmed);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool HasGap(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Writes an address as its text and refuses wrong ones when reading.</summary>
public sealed class EmailAddressJsonConverter : JsonConverter<EmailAddress>
{
    /// <inheritdoc />
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EmailAddress.TryParse(reader.GetString(), out var email) ? email : throw new JsonException("Not an e-mail address.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override EmailAddress ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
