using System.Text.Json;

namespace Baton.Handoffs.Leads;

/// <summary>Reads what a contact did: a list of objects of which only <c>kind</c> must be there.</summary>
internal static class EngagementJson
{
    internal static void Read(JsonElement list, LeadDraft draft)
    {
        if (list.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            draft.Wrong("engagements", JsonText.Raw(list), LeadRules.Engagements);
            return;
        }

        var at = 0;
        foreach (var item in list.EnumerateArray())
        {
            ReadOne($"engagements[{at++}]", item, draft);
        }
    }

    private static void ReadOne(string path, JsonElement item, LeadDraft draft)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            draft.Wrong(path, JsonText.Raw(item), LeadRules.Engagements);
            return;
        }

        var kind = Text(item, path, "kind", draft)?.ToLowerInvariant();
        if (kind is null)
        {
            draft.Wrong($"{path}.kind", "", "text such as form, event, email or page");
        }

        draft.Did(new Engagement(At(item, path, draft), kind ?? "", Text(item, path, "what", draft) ?? "", Count(item, path, draft)));
    }

    private static string? Text(JsonElement item, string path, string name, LeadDraft draft)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && JsonText.TryGet(value, out var text))
        {
            return text.Trim() is { Length: > 0 } said ? said : null;
        }

        draft.Wrong($"{path}.{name}", JsonText.Raw(value), value.ValueKind == JsonValueKind.String ? LeadRules.ValidText : LeadRules.Text);
        return null;
    }

    private static DateTimeOffset? At(JsonElement item, string path, LeadDraft draft)
    {
        if (Text(item, path, "at", draft) is not { } text)
        {
            return null;
        }

        if (LeadTime.TryParse(text, out var at))
        {
            return at;
        }

        draft.Wrong($"{path}.at", text, LeadRules.Time);
        return null;
    }

    private static int Count(JsonElement item, string path, LeadDraft draft)
    {
        if (!item.TryGetProperty("count", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return 1;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is >= 1 and <= LeadLimits.MaxCount)
        {
            return count;
        }

        draft.Wrong($"{path}.count", JsonText.Raw(value), LeadRules.Count);
        return 1;
    }
}
