using Baton.Handoffs.Chat;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Calibration;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Dashboard;

/// <summary>Counts what the dashboard shows: the answers of <c>/funnel</c> for one period side by side, with the weeks behind them, from one reading of the facts.</summary>
/// <param name="scenes">Gathers facts.</param>
/// <param name="rules">The rules in force.</param>
public sealed class DashboardDesk(SceneMaker scenes, RulesView rules) : IDisposable
{
    // One page is counted at a time: each holds the facts of more than a year.
    private readonly SemaphoreSlim counting = new(1);

    /// <summary>The page.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="visitor">Who looks.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<DashboardView> ShowAsync(DashboardQuery query, Person visitor, DateTimeOffset now, CancellationToken cancellation)
    {
        var period = query.Period.In(now, scenes.Zone);
        var weeks = Trend.WeeksOf(period, now);
        var all = Period.Of(PeriodUnit.Range, Earlier(weeks[0].Monday, period.FirstDay), period.LastDay, scenes.Zone);
        return await AloneAsync(all, visitor, now, scene => new DashboardView
        {
            Visitor = visitor,
            Query = query,
            Period = period,
            PeriodName = PeriodLabel.Of(scene.Texts, period),
            Now = now,
            Trend = Trend.Count(scene.Facts, weeks, scenes.Zone, query.Filters, now),
            Reports = Reports(query, period, rules, scene with { Facts = Of(period, scene.Facts) }),
        }, cancellation);
    }

    /// <summary>The rows of the period as CSV.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ExportFigures> ExportAsync(DashboardQuery query, Person visitor, DateTimeOffset now, CancellationToken cancellation)
    {
        var period = query.Period.In(now, scenes.Zone);
        return await AloneAsync(period, visitor, now, scene => ExportFigures.Count(scene.Facts, period, query.Filters), cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => counting.Dispose();

    private async Task<T> AloneAsync<T>(Period period, Person visitor, DateTimeOffset now, Func<FunnelScene, T> count, CancellationToken cancellation)
    {
        await counting.WaitAsync(cancellation);
        try
        {
            return count(await scenes.OfAsync(period, visitor, Texts.Nearest(visitor.Locale), now, cancellation));
        }
        finally
        {
            counting.Release();
        }
    }

    private static IReadOnlyList<Card> Reports(DashboardQuery query, Period period, RulesView rules, FunnelScene scene) =>
    [
        OverviewReport.Of(new FunnelCommand.Overview(query.Period, query.By, query.Filters), scene).Card,
        VelocityReport.Of(new FunnelCommand.Velocity(query.Period, query.Filters), scene).Card,
        SlaReport.Of(new FunnelCommand.Sla(query.Period, query.Filters), scene).Card,
        ReasonsReport.Of(new FunnelCommand.Reasons(query.Period, query.By, query.Filters), scene).Card,
        DiagnosisReport.Of(period, query.Filters, scene).Card,
        CalibrationReport.Of(new FunnelCommand.RulesCalibration(query.Period, query.Filters), rules, scene).Card,
    ];

    // The weeks of the trend reach further back. What the reports count must be what the same command counts in chat.
    private static IReadOnlyList<HandoffFact> Of(Period period, IReadOnlyList<HandoffFact> facts)
    {
        var weeks = period.CohortWeeks(FunnelScene.LookbackWeeks).Select(week => week.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. facts.Where(fact => weeks.Contains(fact.Week))];
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
