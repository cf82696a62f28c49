using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class PacerTests
{
    private static readonly Place Channel = new("console", "sales");
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly World world = new();
    private readonly Pacer pacer = new();

    public PacerTests() => world.Chat.Pace = Second;

    [Fact]
    public void Who_finds_the_place_taken_gets_a_turn_that_nobody_takes_away()
    {
        Assert.Null(Take("a", 0));
        Assert.Equal(A.Morning + Second, Take("b", 0));
        Assert.Equal(A.Morning + (2 * Second), Take("c", 0));

        // A newcomer at the very moment of b's turn comes after c.
        Assert.Equal(A.Morning + (3 * Second), Take("d", 1));
        Assert.Null(Take("b", 1));
        Assert.Equal(A.Morning + (2 * Second), Take("c", 1));
        Assert.Null(Take("c", 2));
        Assert.Null(Take("d", 3));
        Assert.Null(Take("e", 9));
    }

    [Fact]
    public void Who_comes_late_for_a_turn_keeps_the_pace_all_the_same()
    {
        Take("a", 0);
        Take("b", 0);
        Assert.Null(Take("c", 5));

        Assert.Equal(A.Morning + (6 * Second), Take("b", 5));
        Assert.Null(Take("b", 6));
    }

    [Fact]
    public void Places_do_not_wait_for_each_other() =>
        Assert.Null(Take("a", 0) ?? pacer.Take(new FakeChat(world.Chat, new Wire()), new Place("console", "field"), "b", A.Morning));

    [Fact]
    public void When_the_platform_asks_to_wait_everybody_does()
    {
        Take("a", 0);
        Take("b", 0);
        pacer.Hold(Channel, A.Morning + (30 * Second));

        Assert.Equal(A.Morning + (30 * Second), Take("b", 1));
        Assert.Equal(A.Morning + (30 * Second), Take("c", 1));
        Assert.Null(Take("b", 30));
        Assert.Equal(A.Morning + (31 * Second), Take("c", 30));
    }

    [Fact]
    public async Task A_channel_is_never_sent_to_faster_than_its_pace_and_everything_arrives()
    {
        var sends = new List<(Place Place, DateTimeOffset At)>();
        world.Chat.Fate = send =>
        {
            if (send.Kind is "post" or "update") sends.Add((send.Place, world.Now));
            return Fate.Arrives;
        };
        var process = world.Start();
        for (var i = 0; i < 30; i++)
        {
            var id = await world.TakeAsync(A.Lead($"{i}", $"p{i}@c.example"));
            await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        }

        for (var second = 0; second < 120; second++)
        {
            await world.SweepAsync(process);
            world.Clock.Advance(Second);
        }

        Assert.All(world.Handoffs.Ids, id => Assert.Empty(world.Outbox(id)));
        Assert.Equal(31, world.Chat.In("console:marketing").Count());
        foreach (var channel in sends.GroupBy(s => s.Place))
        {
            Assert.All(channel.Zip(channel.Skip(1), (a, b) => b.At - a.At), gap => Assert.True(gap >= Second));
        }
    }

    private DateTimeOffset? Take(string sender, int second) =>
        pacer.Take(new FakeChat(world.Chat, new Wire()), Channel, sender, A.Morning + (second * Second));
}
