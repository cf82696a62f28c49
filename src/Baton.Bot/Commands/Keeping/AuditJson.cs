using System.Text.Json;
using Baton.Tables.Audit;

namespace Baton.Bot.Commands.Keeping;

/// <summary>An audit as JSON: one object a line, the findings as they come and the summary last, so that nothing has to be held.</summary>
internal static class AuditJson
{
    /// <summary>A finding's line.</summary>
    public static string Of(AuditFinding finding) => Line(json =>
    {
        json.WriteString("rule"u8, finding.Rule.ToString());
        json.WriteString("where"u8, finding.Where);
        json.WriteString("what"u8, finding.What);
        json.WriteString("why"u8, AuditRules.WhyOf(finding.Rule));
        json.WriteBoolean("harmless"u8, AuditRules.IsHarmless(finding.Rule));
        json.WriteBoolean("repairable"u8, AuditRules.IsRepairable(finding.Rule));
        json.WriteBoolean("repaired"u8, finding.Repaired);
    });

    /// <summary>The summary's line.</summary>
    public static string Of(AuditReport report) => Line(json =>
    {
        json.WriteBoolean("sound"u8, report.IsSound);
        json.WriteString("at"u8, report.At);
        json.WriteNumber("handoffs"u8, report.Handoffs);
        json.WriteNumber("wakeUps"u8, report.WakeUps);
        json.WriteNumber("open"u8, report.Open);
        json.WriteStartObject("findings"u8);
        foreach (var (rule, count) in report.Findings)
        {
            json.WriteNumber(rule.ToString(), count);
        }

        json.WriteEndObject();
    });

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
