using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>The rows of the lead index, to and fro.</summary>
internal static class LeadRows
{
    /// <summary>A row that says all by its key.</summary>
    public static readonly TableValues Mention = new(0);

    public static TableValues Note(IntakeNote note)
    {
        var values = new TableValues(4) { { "result", note.Result.ToString() }, { "handoff", note.Handoff?.Value }, { "at", note.At } };
        if (note.Lead is { } lead)
            values.AddJson(lead, HandoffJson.Stored.Lead);
        return values;
    }

    public static IntakeNote Note(string source, string externalId, TableValues values) => new(
        source,
        externalId,
        Enum.Parse<IntakeResult>(values.GetString("result")),
        HandoffOf(values),
        values.GetDateTimeOffset("at"),
        values.HasJson ? values.GetJson(HandoffJson.Stored.Lead) : null);

    public static TableValues Sent(IntakeNote note) => new(2) { { "source", note.Source }, { "externalId", note.ExternalId } };

    public static SentLead Sent(TableValues values) => new(values.GetString("source"), values.GetString("externalId"));

    public static TableValues Current(HandoffId handoff, bool lives) => new(2) { { "handoff", handoff.Value }, { "lives", lives } };

    /// <summary>A person who was suppressed before the first handoff has the mark, but no handoff in it.</summary>
    public static HandoffId? HandoffOf(TableValues values) => values.FindString("handoff") is { } id ? new HandoffId(id) : null;

    public static bool Lives(TableValues values) => values.FindBoolean("lives") ?? false;

    public static TableValues Suppressed(EmailAddress by, DateTimeOffset at) => new(2) { { "by", by.Value }, { "at", at } };
}
