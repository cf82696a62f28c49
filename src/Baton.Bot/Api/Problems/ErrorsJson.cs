using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Writes wrong values: field, value, rule.</summary>
internal static class ErrorsJson
{
    internal static void Write(Utf8JsonWriter json, IEnumerable<FieldError> errors, string prefix = "")
    {
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, prefix.Length == 0 ? error.Field : $"{prefix}.{error.Field}");
            json.WriteString("value"u8, error.Value);
            json.WriteString("rule"u8, error.Rule);
            json.WriteEndObject();
        }
    }
}
