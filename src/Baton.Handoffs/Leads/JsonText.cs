using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Baton.Handoffs.Leads;

/// <summary>Reads text out of JSON that may not be text: a JSON string can hold half a surrogate pair or broken UTF-8.</summary>
internal static class JsonText
{
    internal static bool TryGet(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>The value as it was sent, for repeating to its sender.</summary>
    internal static string Raw(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && TryGet(value, out var text))
        {
            return text;
        }

        var raw = JsonMarshal.GetRawUtf8Value(value);
        return Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 4 * FieldError.MaxShown)]);
    }
}
