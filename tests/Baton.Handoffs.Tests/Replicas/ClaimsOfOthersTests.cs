using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;

namespace Baton.Handoffs.Tests.Replicas;

/// <summary>Two replicas that deliver for the same handoff, on machines whose clocks differ.</summary>
public sealed class ClaimsOfOthersTests
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private readonly World world = new();

    public ClaimsOfOthersTests() => world.Chat.CanLook = false;

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_clock_that_differs_takes_over_no_living_claim(int minutes)
    {
        var id = await world.TakeAsync(A.Lead());
        var other = Replica("other", TimeSpan.FromMinutes(minutes));
        var isSending = false;
        var tried = 0;
        world.Chat.Fate = send =>
        {
            if (!isSending)
            {
                isSending = true;
                other.Runner.RunAsync(id, [], default).GetAwaiter().GetResult();
            }
            else if (send.Kind == "post")
            {
                tried++;
            }

            return Fate.Arrives;
        };

        await Replica("one", TimeSpan.Zero).Runner.RunAsync(id, [], default);

        Assert.Equal(0, tried);
        Assert.Single(world.Chat.In("console:sales"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_dead_ones_claim_is_over_when_it_was_seen_unchanged_for_as_long_as_claims_last(int minutes)
    {
        var id = await ClaimedByAsync("dead", Skew);
        var survivor = Replica("survivor", TimeSpan.FromMinutes(minutes));

        await survivor.Runner.RunAsync(id, [], default);
        world.Clock.Advance(world.Pulse.Claim - TimeSpan.FromSeconds(1));
        await survivor.Runner.RunAsync(id, [], default);
        Assert.Empty(world.Chat.In("console:sales"));

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await survivor.Runner.RunAsync(id, [], default);
        Assert.Single(world.Chat.In("console:sales"));
    }

    [Fact]
    public async Task The_wake_up_that_is_left_is_due_when_the_claim_is_over()
    {
        var id = await ClaimedByAsync("dead", Skew);

        await Replica("survivor", TimeSpan.Zero).Runner.RunAsync(id, [], default);

        Assert.Contains(world.Wakes.All, w => w.Id == id.Value && w.Due == world.Now + world.Pulse.Claim);
    }

    [Fact]
    public async Task Whoever_is_alone_goes_by_the_clock_that_wrote_the_claim()
    {
        var id = await ClaimedByAsync("dead", TimeSpan.Zero);
        world.Clock.Advance(world.Pulse.Claim);

        await Replica("survivor", TimeSpan.Zero, 1).Runner.RunAsync(id, [], default);

        Assert.Single(world.Chat.In("console:sales"));
    }

    [Fact]
    public async Task What_was_put_off_is_nobodys()
    {
        world.Chat.Fate = _ => Fate.MustWait;
        var id = await world.TakeAsync(A.Lead());

        await Replica("one", TimeSpan.Zero).Runner.RunAsync(id, [], default);

        Assert.All(world.Outbox(id), e => Assert.Null(e.ClaimedBy));
    }

    // A replica claimed the card and died.
    private async Task<HandoffId> ClaimedByAsync(string replica, TimeSpan ahead)
    {
        var id = await world.TakeAsync(A.Lead());
        var card = world.Outbox(id).Single(e => e.Effect is Effect.ShowCard);
        Assert.True(world.Handoffs.Commit(new HandoffChange(id) { Kept = [card with { ClaimedUntil = world.Now + ahead + world.Pulse.Claim, ClaimedBy = replica, Attempts = 1 }] }));
        return id;
    }

    private Process Replica(string name, TimeSpan ahead, int living = 2) => new(world, new Wire(), new OneOfSeveral(name, living), new OtherClock(world.Clock, ahead));
}
