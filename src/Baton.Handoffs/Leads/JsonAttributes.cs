using System.Globalization;
using System.Text.Json;

namespace Baton.Handoffs.Leads;

/// <summary>Flattens what Baton does not know: <c>{"utm":{"term":"x"}}</c> becomes the attribute <c>utm.term</c>, list items get their number.</summary>
internal static class JsonAttributes
{
    private const int MaxDepth = 8;

    internal static void Read(string path, JsonElement value, LeadDraft draft) => Read(path, value, draft, 0);

    private static void Read(string path, JsonElement value, LeadDraft draft, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null: break;
            case JsonValueKind.Object when depth < MaxDepth:
                foreach (var property in value.EnumerateObject())
                {
                    Read(Join(path, property.Name), property.Value, draft, depth + 1);
                }

                break;
            case JsonValueKind.Array when depth < MaxDepth:
                var at = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Read(Join(path, at++.ToString(CultureInfo.InvariantCulture)), item, draft, depth + 1);
                }

                break;
            case JsonValueKind.String when !JsonText.TryGet(value, out _): draft.Wrong(path, JsonText.Raw(value), LeadRules.ValidText); break;
            case JsonValueKind.String: draft.Attribute(path, value.GetString()!); break;
            default: draft.Attribute(path, value.GetRawText()); break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
