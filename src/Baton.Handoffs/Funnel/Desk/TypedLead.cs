using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Funnel;

/// <summary>Makes a lead of typed values, by the rules for every lead that is sent. It is never stored.</summary>
internal static class TypedLead
{
    // A lead is named by these two; nothing is looked up by them here.
    private const string Unnamed = "typed";

    /// <summary>The lead, or everything that is wrong with what was typed.</summary>
    /// <param name="values">The values; the last one of a field counts.</param>
    /// <param name="now">When.</param>
    public static LeadReading Read(IReadOnlyList<LeadValue> values, DateTimeOffset now)
    {
        var draft = new LeadDraft(now);
        draft.Text(LeadField.ExternalId, "externalId", Unnamed);
        draft.Text(LeadField.Source, "source", Unnamed);
        foreach (var value in values)
        {
            Set(draft, value);
        }

        var sourced = values.Any(v => LeadWords.Find(v.Field) == LeadField.Source && v.Text.Length > 0);
        return draft.Finish() switch
        {
            LeadReading.Ok ok when !sourced => new LeadReading.Ok(ok.Lead with { Source = "" }),
            var read => read,
        };
    }

    private static void Set(LeadDraft draft, LeadValue value)
    {
        if (LeadWords.Find(value.Field) is { } field)
        {
            draft.Text(field, value.Field, value.Text);
        }
        else if (LeadFields.IsPath(value.Field))
        {
            draft.Attribute(value.Field[LeadFields.AttributePrefix.Length..], value.Text);
        }
        else
        {
            draft.Wrong(value.Field, value.Text, $"one of {string.Join(", ", LeadFields.All)}");
        }
    }
}
