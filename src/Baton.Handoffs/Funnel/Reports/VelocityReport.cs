using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel velocity</c>: opportunities × mean amount × win rate / mean lead time.</summary>
public static class VelocityReport
{
    /// <summary>The answer.</summary>
    public static FunnelReport Of(FunnelCommand.Velocity command, FunnelScene scene)
    {
        var texts = scene.Texts;
        var figures = VelocityFigures.Count(scene.Facts, command.Period.In(scene.Now, scene.Zone), command.Filters, scene.Now);
        var title = texts.Format("VelocityTitle", PeriodLabel.Of(texts, figures.Period));
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            .. OverviewReport.Notes([.. Labels.Filters(texts, figures.Filters), .. PeriodLabel.SoFar(texts, figures.Period, scene.Now)]),
            new CardSection.FactList(
            [
                new CardFact(texts["Opportunities"], Shown.Count(texts, figures.Opportunities)),
                new CardFact(texts["RateWin"], Shown.Rate(texts, figures.Win)),
                new CardFact(texts["LeadTime"], figures.LeadTimeDays is { } days ? texts.Format("Days", days.ToString("N1", texts.Culture)) : texts["Nothing"]),
                .. figures.ByCurrency.Select(c => new CardFact(texts["MeanAmount"], Shown.Amount(texts, Math.Round(c.MeanAmount, 2), c.Currency))),
                .. figures.ByCurrency.Where(c => c.PerDay is not null).Select(c => new CardFact(texts["VelocityPerDay"], Shown.Amount(texts, Math.Round(c.PerDay!.Value), c.Currency))),
            ]),
            .. OverviewReport.Notes([texts["VelocityFormula"], .. OverviewReport.Observed(texts, figures.Observed)]),
            .. Shown.SmallSampleNote(texts, [figures.Win]),
        ];
        return FunnelReport.Of(texts, title, sections, figures);
    }
}
