using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class PersonalPagesTests
{
    private readonly World world = new();

    [Fact]
    public async Task Everybody_of_the_pool_is_told_of_an_offer_once_it_is_a_fact()
    {
        var id = await world.TakeAsync(A.Lead());
        var process = world.Start();

        await process.Runner.RunAsync(id, [], default);

        Assert.All(process.Pages.Heard, h => Assert.Equal(id, h.Handoff));
        Assert.Superset(new HashSet<Baton.Handoffs.Leads.EmailAddress> { Aoi.Email, Ben.Email }, process.Pages.Heard[^1].People.ToHashSet());
        Assert.DoesNotContain(Cleo.Email, process.Pages.Heard[^1].People);
        Assert.True(world.Facts.ContainsKey(id));
    }

    [Fact]
    public async Task Of_what_somebody_has_the_others_of_the_pool_are_not_told()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        var process = world.Start();

        await process.Runner.RunAsync(id, [], default);

        Assert.NotEmpty(process.Pages.Heard);
        Assert.All(process.Pages.Heard, h => Assert.Equal([Aoi.Email], h.People));
    }

    [Fact]
    public async Task When_nothing_is_to_be_delivered_nobody_is_told()
    {
        var id = await world.OfferAsync();
        var process = world.Start();

        await process.Runner.RunAsync(id, [], default);

        Assert.Empty(process.Pages.Heard);
    }
}
