using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>A table of open handoffs.</summary>
internal static class OpenGrid
{
    public static CardSection.Grid Of(FunnelScene scene, IEnumerable<OpenHandoff> rows)
    {
        var texts = scene.Texts;
        return new CardSection.Grid(
            [
                new Column(texts["ColumnDue"]), new Column(texts["ColumnLead"]), new Column(texts["ColumnState"]), new Column(texts["ColumnClock"]),
                new Column(texts["ColumnStatus"]), new Column(texts["DimensionScore"], true), new Column(texts["ColumnOwner"]),
            ],
            [.. rows.Select(row => Cells(texts, scene, row))]);
    }

    private static IReadOnlyList<Line> Cells(Texts texts, FunnelScene scene, OpenHandoff row) =>
    [
        row.DueAt is { } due ? Line.Of(new Span.Moment(due, MomentStyle.DateAndTime)) : texts["Nothing"],
        Labels.Lead(texts, row.Company, row.Contact),
        Labels.State(texts, row.State),
        Labels.Clock(texts, row.Clock),
        Labels.Status(texts, row.Status),
        row.Tier == Tier.Hot ? texts.Format("HotScore", row.Score) : Shown.Count(texts, row.Score),
        row.Owner is null && row.Pool is { } pool ? Line.Quote(pool) : Labels.Someone(texts, scene.Roster, row.Owner),
    ];
}
