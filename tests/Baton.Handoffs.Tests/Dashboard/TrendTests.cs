using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Tests.Funnel;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class TrendTests
{
    [Theory]
    [InlineData("this month", "2026-W36", "2026-W47")]
    [InlineData("this year", "2026-W36", "2026-W47")]
    [InlineData("2026-10", "2026-W33", "2026-W44")]
    [InlineData("last week", "2026-W35", "2026-W46")]
    public void Twelve_weeks_end_with_the_period_but_not_after_today(string period, string first, string last)
    {
        var weeks = Trend.WeeksOf(Period.Parse(period, Facts.Now, Facts.Tokyo)!, Facts.Now);

        Assert.Equal(Trend.Length, weeks.Count);
        Assert.Equal((first, last), (weeks[0].ToString(), weeks[^1].ToString()));
        Assert.Equal(weeks.Skip(1), weeks.SkipLast(1).Select(w => w.Next()));
    }

    [Fact]
    public void Each_step_counts_in_the_week_in_which_it_happened()
    {
        var weeks = Trend.WeeksOf(Period.Parse("this month", Facts.Now, Facts.Tokyo)!, Facts.Now);

        var trend = Trend.Count(
            [
                Facts.Offered("a", 9).Accepted(10).Contacted(16).Qualified(17).Won(18, 1000),
                Facts.Offered("b", 16).Rejected(17, "too_small", ReasonClass.Definitional),
                Facts.Offered("c", 17, source: "expo"),
            ],
            weeks, Facts.Tokyo, [new FactFilter(Dimension.Source, "web")], Facts.Now);

        Assert.True(trend.LastIsRunning);
        Assert.Equal([(1, 1), (1, 0), (0, 1), (0, 1), (0, 1), (0, 1)], trend.Lines.Select(line => (line.Counts[^2], line.Counts[^1])));
        Assert.Equal(Enum.GetValues<TrendStep>(), trend.Lines.Select(line => line.Step));
        Assert.All(trend.Lines, line => Assert.Equal(Trend.Length, line.Counts.Count));
    }

    [Fact]
    public void A_week_that_is_over_is_not_said_to_run() =>
        Assert.False(Trend.Count([], Trend.WeeksOf(Period.Parse("last week", Facts.Now, Facts.Tokyo)!, Facts.Now), Facts.Tokyo, [], Facts.Now).LastIsRunning);
}
