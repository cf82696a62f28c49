using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Scoring;
using Period = Baton.Handoffs.Funnel.Periods.Period;

namespace Baton.Handoffs.Tests.Funnel.Figures;

public class OtherFiguresTests
{
    private static readonly Period Quarter = Period.Parse("2026-Q4", Facts.Now, Facts.Tokyo)!;

    [Fact]
    public void Velocity_is_opportunities_times_mean_amount_times_win_rate_by_lead_time()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 2).Accepted(2).Contacted(2).Qualified(3).Won(12, 300m),
            Facts.Offered("b", 2).Accepted(2).Contacted(2).Qualified(3).Won(12, 100m),
            Facts.Offered("c", 2).Accepted(2).Contacted(2).Qualified(3),
            Facts.Offered("d", 2).Accepted(2).Contacted(2).Qualified(3),
            Facts.Offered("e", 2),
        ];

        var figures = VelocityFigures.Count(facts, Quarter, [], Facts.Now);

        var leadTime = 10 + (1 / 24.0);
        Assert.Equal((4, new Rate(2, 4)), (figures.Opportunities, figures.Win));
        Assert.Equal(leadTime, figures.LeadTimeDays!.Value, 6);
        var yen = Assert.Single(figures.ByCurrency);
        Assert.Equal((200m, 4 * 200 * 0.5 / leadTime), (yen.MeanAmount, (double)yen.PerDay!.Value), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-6);
    }

    [Fact]
    public void Velocity_without_a_win_is_not_made_up()
    {
        var figures = VelocityFigures.Count([Facts.Offered("a", 2)], Quarter, [], Facts.Now);

        Assert.Null(figures.LeadTimeDays);
        Assert.Null(figures.Win.Value);
        Assert.Empty(figures.ByCurrency);
    }

    [Fact]
    public void The_queue_has_hot_leads_first_then_those_due_soonest_then_by_name()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("z", 16), Facts.Offered("b", 16).With(Due(19)), Facts.Offered("a", 16).With(Due(19)), Facts.Offered("soon", 16).With(Due(18)),
            Facts.Offered("hot", 16).With(Due(25)) with { Tier = Tier.Hot }, Facts.Offered("done", 16).Accepted(16).Contacted(16).Qualified(17),
        ];

        var figures = QueueFigures.Count(facts, _ => true, Facts.Now);

        Assert.Equal(["hot", "soon", "a", "b", "z"], figures.Rows.Select(r => r.Company));
        Assert.Equal((5, 0), (figures.Total, figures.More));
    }

    [Fact]
    public void A_long_queue_says_how_many_more_there_are()
    {
        var figures = QueueFigures.Count(Enumerable.Range(0, 27).Select(i => Facts.Offered($"{i:D2}", 16)), _ => true, Facts.Now);

        Assert.Equal((20, 7, "00"), (figures.Rows.Count, figures.More, figures.Rows[0].Company));
    }

    [Fact]
    public void An_export_has_one_row_a_handoff_and_no_contact()
    {
        var export = ExportFigures.Count(
            [Facts.Offered("a", 16) with { ContactName = "恵 佐々木", ContactEmail = Baton.Handoffs.Leads.EmailAddress.Parse("sasaki@x.example"), Amount = 1.5m }, Facts.Offered("b", 3)],
            IsoWeek.Parse("2026-W47").In(Facts.Tokyo), [new FactFilter(Dimension.Source, "web")]);

        Assert.Equal("baton-2026-W47.csv", export.FileName);
        Assert.Equal(2, export.Rows.Count);
        Assert.All(export.Rows, row => Assert.Equal(export.Rows[0].Count, row.Count));
        Assert.Contains("2026-11-16T03:00:00Z", export.Rows[1]);
        Assert.Contains("1.5", export.Rows[1]);
        Assert.DoesNotContain(export.Rows[1], cell => cell.Contains("佐々木", StringComparison.Ordinal) || cell.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_thousand_facts_are_counted_while_somebody_waits()
    {
        var facts = RandomFacts.Many(new Random(1), 100_000);
        var before = Environment.CpuUsage.TotalTime;

        OverviewFigures.Count(facts, Quarter, Dimension.Campaign, [], Facts.Now);
        ReasonFigures.Count(facts, Quarter, null, []);
        SlaFigures.Count(facts, Quarter, [], Facts.Now);

        // Of the processor, which others may keep busy meanwhile.
        var took = Environment.CpuUsage.TotalTime - before;
        Assert.True(took < TimeSpan.FromSeconds(5), $"Took {took}.");
    }

    private static ClockFact Due(int day) => new("accept", TimeSpan.FromHours(4), Facts.Day(day), Facts.Day(day), null, null);
}
