using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class DashboardQueryTests
{
    [Theory]
    [InlineData(null, null, PeriodUnit.Month, 0, Dimension.Source)]
    [InlineData("", "", PeriodUnit.Month, 0, Dimension.Source)]
    [InlineData("last week", null, PeriodUnit.Week, 1, Dimension.Source)]
    [InlineData("先四半期", "campaign", PeriodUnit.Quarter, 1, Dimension.Campaign)]
    [InlineData("先月 チーム別", null, PeriodUnit.Month, 1, Dimension.Team)]
    [InlineData("by team", "rep", PeriodUnit.Month, 0, Dimension.Team)]
    public void What_funnel_understands_is_understood_here_and_the_month_is_meant_when_nothing_is_said(string? text, string? by, PeriodUnit unit, int back, Dimension dimension)
    {
        var query = Assert.IsType<DashboardReading.Ok>(DashboardQuery.Read(text, by, "en")).Query;

        Assert.Equal(new PeriodExpression.Relative(unit, back), query.Period);
        Assert.Equal(dimension, query.By);
        Assert.Empty(query.Filters);
    }

    [Fact]
    public void Filters_may_come_without_a_period()
    {
        var query = Assert.IsType<DashboardReading.Ok>(DashboardQuery.Read("source=web campaign=\"Autumn Expo\"", null, "en")).Query;

        Assert.Equal(new PeriodExpression.Relative(PeriodUnit.Month, 0), query.Period);
        Assert.Equal([new FactFilter(Dimension.Source, "web"), new FactFilter(Dimension.Campaign, "Autumn Expo")], query.Filters);
    }

    [Theory]
    [InlineData("lats month", null, "en", "lats", "this month")]
    [InlineData("by sorce", null, "en", "sorce", "source")]
    [InlineData("reasons last week", null, "en", "reasons last week", "this month")]
    [InlineData("queue", null, "ja", "queue", "今月")]
    [InlineData("share", null, "en", "share", "this month")]
    [InlineData("", "colour", "ja", "colour", "流入元")]
    public void What_has_no_meaning_here_is_named_with_what_has(string text, string? by, string locale, string word, string nearest)
    {
        var wrong = Assert.IsType<DashboardReading.Wrong>(DashboardQuery.Read(text, by, locale));

        Assert.Equal(word, wrong.Word);
        Assert.StartsWith(nearest, wrong.Nearest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_an_end_is_not_repeated_in_full() =>
        Assert.InRange(Assert.IsType<DashboardReading.Wrong>(DashboardQuery.Read(new string('x', DashboardQuery.LongestText + 1), null, "en")).Word.Length, 1, 41);

    [Fact]
    public void Every_text_is_read_or_answered() =>
        Prop.ForAll<string?, string?>((text, by) => Assert.NotNull(DashboardQuery.Read(text, by, "ja"))).QuickCheckThrowOnFailure();
}
