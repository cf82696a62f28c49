using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Funnel;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class DashboardDeskTests
{
    private readonly World world = new();

    public DashboardDeskTests()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 2).Accepted(3).Contacted(4).Qualified(5).Won(18, 1000),
            Facts.Offered("b", 16, campaign: "Expo").Rejected(17, "too_small", ReasonClass.Definitional, "Two people"),
            Facts.Offered("c", 17),

            // Handed over a year and two weeks before, and won now: too long ago for the figures of a month, in chat as here.
            Facts.Offered("old", -384).Accepted(-383).Contacted(-380).Qualified(-370).Won(18, 5000),
        ];
        foreach (var fact in facts)
        {
            world.Facts[fact.Id] = fact;
        }
    }

    [Theory]
    [InlineData("", "this month by source", "sla this month", "reasons this month by source", "velocity this month")]
    [InlineData("last week source=web by campaign", "last week source=web by campaign", "sla last week source=web", "reasons last week source=web by campaign", "velocity last week source=web")]
    public async Task Every_report_says_what_its_command_says(string text, params string[] commands)
    {
        var (desk, scenes) = Desk();
        var query = Assert.IsType<DashboardReading.Ok>(DashboardQuery.Read(text, null, "en")).Query;

        var view = await desk.ShowAsync(query, Scenes.Sato, Facts.Now, default);

        foreach (var command in commands)
        {
            var parsed = FunnelParser.Parse(command, "en").Command;
            var period = parsed switch { FunnelCommand.Overview it => it.Period, FunnelCommand.Sla it => it.Period, FunnelCommand.Reasons it => it.Period, FunnelCommand.Velocity it => it.Period, _ => throw new InvalidOperationException() };
            var inChat = FunnelReports.Answer(parsed, await scenes.OfAsync(period.In(Facts.Now, scenes.Zone), Scenes.Sato, "en", Facts.Now, default))!.Card;
            Assert.Contains(view.Reports, report => report.AllText().SequenceEqual(inChat.AllText()));
        }

        Assert.Equal(6, view.Reports.Count);
        Assert.Equal(["Where the numbers point", "Calibration of the rules"], view.Reports.TakeLast(2).Select(report => report.Summary.Text().Split(',')[0]));
    }

    [Fact]
    public async Task The_file_holds_the_rows_of_the_period()
    {
        var query = Assert.IsType<DashboardReading.Ok>(DashboardQuery.Read("this month campaign=Expo", null, "en")).Query;

        var file = await Desk().Desk.ExportAsync(query, Scenes.Sato, Facts.Now, default);

        Assert.Equal("baton-2026-11.csv", file.FileName);
        Assert.Equal(2, file.Rows.Count);
        Assert.Contains(HandoffId.For("test", "b").Value, file.Rows[1]);
    }

    private (DashboardDesk Desk, SceneMaker Scenes) Desk()
    {
        var scenes = new SceneMaker(new MemoryFacts(world.Facts, world.FactsBegun, new Wire()), world.Terms);
        return (new DashboardDesk(scenes, new RulesView(60, 85, [], [], [])), scenes);
    }
}
