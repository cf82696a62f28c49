using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel export</c>: the rows that figures are counted from.</summary>
public static class ExportReport
{
    /// <summary>The answer. Its data is <see cref="ExportFigures"/>, whose rows whoever delivers the file writes as CSV.</summary>
    public static FunnelReport Of(FunnelCommand.Export command, FunnelScene scene)
    {
        var texts = scene.Texts;
        var period = command.Period.In(scene.Now, scene.Zone);
        var figures = ExportFigures.Count(scene.Facts, period, command.Filters);
        var line = texts.Format("ExportReady", PeriodLabel.Of(texts, period), Shown.Count(texts, figures.Rows.Count - 1), figures.FileName);
        return FunnelReport.Of(texts, line, [new CardSection.Paragraph(line), .. OverviewReport.Notes([.. Labels.Filters(texts, command.Filters), texts["ExportNote"]])], figures);
    }
}
