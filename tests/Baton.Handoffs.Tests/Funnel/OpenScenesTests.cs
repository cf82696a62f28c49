using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;

namespace Baton.Handoffs.Tests.Funnel;

public sealed class OpenScenesTests
{
    [Fact]
    public async Task What_is_open_is_gathered_without_a_look_at_what_ever_was()
    {
        var world = new World();
        var open = await world.OfferAsync();
        var closed = await world.OfferAsync(A.Lead("51000002", "other@x.example"));
        await world.DoAsync(closed, new Intent.Withdraw("A mistake"), Staff.Mika);
        await world.DeliverAsync(closed);
        var wire = new Wire();

        var scene = await new SceneMaker(new MemoryFacts(world.Facts, world.FactsBegun, wire), world.Terms).OpenAsync(Staff.Aoi, "en", world.Now, default);

        Assert.Equal(open, Assert.Single(scene.Facts).Id);
        Assert.Equal(["facts.open"], wire.Calls);
    }

    [Fact]
    public void Help_is_made_once_for_each_topic_and_language()
    {
        var help = HelpReport.Of(new FunnelCommand.Help(null), "en");

        Assert.True(help.IsFixed);
        Assert.Same(help, HelpReport.Of(new FunnelCommand.Help(null), "en-GB"));
        Assert.NotSame(help, HelpReport.Of(new FunnelCommand.Help(null), "ja"));
        Assert.NotSame(help, HelpReport.Of(new FunnelCommand.Help(CommandWord.Sla), "en"));
    }
}
