using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Digests;

/// <summary>The weekly summary as a table for a spreadsheet.</summary>
public static class WeeklyTable
{
    /// <summary>
    /// A heading row, then the steps, reasons by class, code, source and campaign, and the clocks: part, name, this week, last week, 4-week mean.
    /// Numbers are in invariant form; what is not counted for a week is empty. Cells are unescaped and may hold untrusted text.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(WeeklyFigures figures, FunnelScene scene)
    {
        var texts = Texts.Of<DigestTexts>(scene.Locale);
        var shared = scene.Texts;
        return
        [
            [texts["TablePart"], shared["ColumnStep"], texts["ThisWeek"], texts["LastWeek"], texts["FourWeekMean"]],
            .. Steps(figures.Counts, shared),
            .. figures.Reasons.Classes.Select(c => Row(shared["ColumnClass"], Labels.Class(shared, c.Class), c.Count, Before(figures, b => b.Classes.Where(o => o.Class == c.Class).Sum(o => o.Count)))),
            .. figures.Reasons.Codes.Select(c => Row(shared["ColumnReason"], Name(c, scene), c.Count, Before(figures, b => b.Codes.Where(o => o.Class == c.Class && o.Code == c.Code).Sum(o => o.Count)))),
            .. figures.Reasons.BySource.Select(g => Row(shared["DimensionSource"], g.Key, g.Rejected, Before(figures, b => b.BySource.Where(o => o.Key == g.Key).Sum(o => o.Rejected)))),
            .. figures.Reasons.ByCampaign.Select(g => Row(shared["DimensionCampaign"], g.Key, g.Rejected, Before(figures, b => b.ByCampaign.Where(o => o.Key == g.Key).Sum(o => o.Rejected)))),
            .. figures.Sla.Clocks.SelectMany(c => Clock(c, shared)),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Steps(WeekCounts counts, Texts shared)
    {
        var part = shared["ColumnStep"];
        return
        [
            Row(part, shared["StepHandedOver"], counts.HandedOver),
            Row(part, shared["StepAccepted"], counts.Accepted),
            Row(part, shared["StepRejected"], counts.Rejected),
            Row(part, shared["StepRecycled"], counts.Recycled),
            Row(part, shared["StepWon"], counts.Won),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Clock(ClockFigures clock, Texts shared)
    {
        var part = Plain(Labels.Clock(shared, clock.Clock));
        return
        [
            Row(part, shared["StatusMet"], clock.Met, null),
            Row(part, shared["StatusRunning"], clock.Running, null),
            Row(part, shared["StatusAtRisk"], clock.AtRisk, null),
            Row(part, shared["StatusBreached"], clock.Breached, null),
        ];
    }

    private static int Before(WeeklyFigures figures, Func<ReasonFigures, int> count) => count(figures.ReasonsBefore);

    private static string Name(CodeCount code, FunnelScene scene) => Plain(Labels.ReasonName(scene.Texts, scene.Reasons, code));

    private static string Plain(Line line) => string.Concat(line.Spans.Select(s => s switch
    {
        Span.Plain plain => plain.Text,
        Span.Quoted quoted => quoted.Text,
        _ => "",
    }));

    private static IReadOnlyList<string> Row(string part, string name, WeekCount count) =>
        [part, name, Number(count.This), Number(count.Last), count.Mean.ToString("0.##", CultureInfo.InvariantCulture)];

    private static IReadOnlyList<string> Row(string part, string name, int count, int? before) => [part, name, Number(count), before is { } last ? Number(last) : "", ""];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
