using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Baton.Handoffs.Leads;

/// <summary>Reads a lead from JSON. Names are those of <see cref="LeadFields"/>, exact in case; what they do not name becomes an attribute.</summary>
public static class LeadJson
{
    private static readonly FrozenDictionary<string, LeadField> Root = Under("");
    private static readonly FrozenDictionary<string, LeadField> OfContact = Under("contact.");
    private static readonly FrozenDictionary<string, LeadField> OfCompany = Under("company.");

    /// <summary>Reads any JSON value; never throws for what is in it.</summary>
    /// <param name="json">One lead, as an object of at most <see cref="LeadLimits.MaxLeadSize"/> bytes.</param>
    /// <param name="now">When it arrived.</param>
    public static LeadReading Read(JsonElement json, DateTimeOffset now)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(JsonText.Raw(json), LeadRules.Object);
        }

        var size = JsonMarshal.GetRawUtf8Value(json).Length;
        return size > LeadLimits.MaxLeadSize ? Refuse($"{size} bytes", LeadRules.Size) : ReadNamed(json, new LeadDraft(now));
    }

    private static LeadReading.Wrong Refuse(string value, string rule) => new([new FieldError("lead", FieldError.Shown(value), rule)]);

    private static LeadReading ReadNamed(JsonElement json, LeadDraft draft)
    {
        try
        {
            foreach (var property in json.EnumerateObject())
            {
                ReadTop(property, draft);
            }
        }
        catch (InvalidOperationException)
        {
            // Values are read with care (JsonText); only the name of a field can still hold half a surrogate pair.
            draft.Wrong("lead", "the name of a field", LeadRules.ValidText);
        }

        return draft.Finish();
    }

    private static void ReadTop(JsonProperty property, LeadDraft draft)
    {
        switch (property.Name)
        {
            case "contact": ReadPart(property.Value, "contact.", OfContact, draft); break;
            case "company": ReadPart(property.Value, "company.", OfCompany, draft); break;
            case "engagements": EngagementJson.Read(property.Value, draft); break;
            case "attributes" when property.Value.ValueKind == JsonValueKind.Object: JsonAttributes.Read("", property.Value, draft); break;
            case var name when Root.TryGetValue(name, out var field): ReadField(property.Value, field, draft); break;
            default: JsonAttributes.Read(property.Name, property.Value, draft); break;
        }
    }

    private static void ReadPart(JsonElement part, string prefix, FrozenDictionary<string, LeadField> fields, LeadDraft draft)
    {
        if (part.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (part.ValueKind != JsonValueKind.Object)
        {
            draft.Wrong(prefix.TrimEnd('.'), JsonText.Raw(part), LeadRules.Object);
            return;
        }

        foreach (var property in part.EnumerateObject())
        {
            if (fields.TryGetValue(property.Name, out var field))
            {
                ReadField(property.Value, field, draft);
            }
            else
            {
                JsonAttributes.Read(prefix + property.Name, property.Value, draft);
            }
        }
    }

    private static void ReadField(JsonElement value, LeadField field, LeadDraft draft)
    {
        var label = field.Path();
        switch (field, value.ValueKind)
        {
            case (_, JsonValueKind.Null): break;
            case (LeadField.Qualified, JsonValueKind.True or JsonValueKind.False): draft.Qualified(value.GetBoolean()); break;
            case (LeadField.Qualified, _): draft.Wrong(label, JsonText.Raw(value), LeadRules.Flag); break;
            case (LeadField.Score or LeadField.CompanyEmployees, JsonValueKind.Number): draft.Number(field, label, value.GetDouble(), JsonText.Raw(value)); break;
            case (LeadField.Score, _): draft.Wrong(label, JsonText.Raw(value), LeadRules.Score); break;
            case (LeadField.CompanyEmployees, _): draft.Wrong(label, JsonText.Raw(value), LeadRules.Employees); break;
            case (_, JsonValueKind.String): ReadText(value, field, label, draft); break;
            default: draft.Wrong(label, JsonText.Raw(value), LeadRules.Text); break;
        }
    }

    private static void ReadText(JsonElement value, LeadField field, string label, LeadDraft draft)
    {
        if (JsonText.TryGet(value, out var text))
        {
            draft.Text(field, label, text);
        }
        else
        {
            draft.Wrong(label, JsonText.Raw(value), LeadRules.ValidText);
        }
    }

    private static FrozenDictionary<string, LeadField> Under(string prefix) => LeadFields.All
        .Select((path, at) => (Path: path, Field: (LeadField)at))
        .Where(p => p.Path.StartsWith(prefix, StringComparison.Ordinal) && !p.Path[prefix.Length..].Contains('.', StringComparison.Ordinal))
        .ToFrozenDictionary(p => p.Path[prefix.Length..], p => p.Field, StringComparer.Ordinal);
}
