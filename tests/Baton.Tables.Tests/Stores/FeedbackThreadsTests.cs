using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Tables.Tests.Stores;

public class FeedbackThreadsTests : StoreTests
{
    private static readonly Place Place = new("slack", "C0/#?|~1");

    private TableFeedbackThreads Threads => new(Engine);

    [Fact]
    public async Task A_campaigns_thread_is_found_again_and_no_others()
    {
        Assert.Null(await Threads.FindAsync(Place, "Expo / 2026", default));
        Assert.Equal("1.1", await Threads.AddAsync(Place, "Expo / 2026", "1.1", default));
        Assert.Equal("1.1", await Threads.FindAsync(Place, "Expo / 2026", default));
        Assert.Null(await Threads.FindAsync(Place, "expo / 2026", default));
        Assert.Null(await Threads.FindAsync(new Place("teams", Place.Id), "Expo / 2026", default));
    }

    [Fact]
    public async Task Leads_without_a_campaign_have_a_thread_that_no_name_can_take()
    {
        Assert.Equal("none", await Threads.AddAsync(Place, null, "none", default));
        foreach (var name in new[] { "", "none", "null", "|" })
            Assert.Equal(name + "!", await Threads.AddAsync(Place, name, name + "!", default));
        Assert.Equal("none", await Threads.FindAsync(Place, null, default));
    }

    [Fact]
    public async Task Of_threads_made_at_once_the_first_counts_for_all()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Threads.AddAsync(Place, "Expo", $"{i}", default))));
        var found = await Threads.FindAsync(Place, "Expo", default);
        Assert.All(counts, thread => Assert.Equal(found, thread));
    }

    [Fact]
    public async Task A_reply_and_its_thread_say_whom_they_are_about()
    {
        var (one, two) = (HandoffId.For("web", "1"), HandoffId.For("web", "2"));
        Assert.Null(await Threads.AboutAsync(Place, "1.1", default));
        await Threads.RememberAsync(Place, "1.1", "1.2", one, default);
        await Threads.RememberAsync(Place, "1.1", "1.3", two, default);
        Assert.Equal((one, two, two), (await Threads.AboutAsync(Place, "1.2", default), await Threads.AboutAsync(Place, "1.3", default), await Threads.AboutAsync(Place, "1.1", default)));
        await Threads.RememberAsync(Place, "1.1", "1.1", one, default);
        Assert.Equal(one, await Threads.AboutAsync(Place, "1.1", default));
    }

    [Fact]
    public async Task A_forgotten_thread_is_found_no_more_remembered_as_forgotten_and_another_can_take_its_place()
    {
        Assert.Null(await Threads.ForgottenAsync(Place, "Expo", default));
        await Threads.AddAsync(Place, "Expo", "1.1", default);
        await Threads.AddAsync(Place, "Fair", "2.1", default);

        await Threads.ForgetAsync(Place, "Expo", "1.1", default);

        Assert.Equal((null, "1.1"), (await Threads.FindAsync(Place, "Expo", default), await Threads.ForgottenAsync(Place, "Expo", default)));
        Assert.Equal(("2.1", null), (await Threads.FindAsync(Place, "Fair", default), await Threads.ForgottenAsync(Place, "Fair", default)));
        Assert.Equal("1.9", await Threads.AddAsync(Place, "Expo", "1.9", default));
        Assert.Equal(("1.9", null), (await Threads.FindAsync(Place, "Expo", default), await Threads.ForgottenAsync(Place, "Expo", default)));
    }

    [Fact]
    public async Task Only_the_thread_that_is_gone_is_forgotten_not_its_successor()
    {
        await Threads.AddAsync(Place, null, "1", default);
        await Threads.ForgetAsync(Place, null, "1", default);
        await Threads.AddAsync(Place, null, "2", default);

        await Threads.ForgetAsync(Place, null, "1", default);

        Assert.Equal("2", await Threads.FindAsync(Place, null, default));
        await Threads.ForgetAsync(Place, "never", "1", default);
        Assert.Null(await Threads.ForgottenAsync(Place, "never", default));
    }

    [Fact]
    public async Task What_a_forgotten_threads_messages_were_about_stays_known()
    {
        var handoff = HandoffId.For("web", "1");
        await Threads.AddAsync(Place, "Expo", "1", default);
        await Threads.RememberAsync(Place, "1", "1.5", handoff, default);

        await Threads.ForgetAsync(Place, "Expo", "1", default);

        Assert.Equal(handoff, await Threads.AboutAsync(Place, "1.5", default));
    }

    [Fact]
    public async Task Each_act_is_one_trip()
    {
        await Threads.AddAsync(Place, "Expo", "1", default);
        AssertTrips(0, 0, 1);
        await Threads.FindAsync(Place, "Expo", default);
        AssertTrips(1, 0, 1);
        await Threads.RememberAsync(Place, "1", "2", HandoffId.For("web", "1"), default);
        AssertTrips(1, 0, 2);
        await Threads.AboutAsync(Place, "2", default);
        AssertTrips(2, 0, 2);
    }
}
