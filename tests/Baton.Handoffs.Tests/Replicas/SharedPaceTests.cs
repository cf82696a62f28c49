using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Replicas;

public sealed class SharedPaceTests
{
    private const int Minute = 60;
    private static readonly Place Channel = new("console", "sales");
    private readonly World world = new();

    public SharedPaceTests() => world.Chat.Pace = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void All_together_keep_the_pace_of_a_place_but_for_one_message_each(int replicas)
    {
        var pacers = Enumerable.Range(0, replicas).Select(i => new Pacer(new OneOfSeveral($"{i}", replicas))).ToList();
        var platform = new FakeChat(world.Chat, new Wire());
        var sent = Enumerable.Range(0, Minute * 10).Sum(tenth => pacers.Count(p => p.Take(platform, Channel, $"{tenth}", A.Morning + TimeSpan.FromSeconds(tenth / 10.0)) is null));

        Assert.InRange(sent, 1, Minute + replicas);
    }

    [Fact]
    public void In_no_minute_are_there_more_messages_than_its_seconds_and_one_from_each() => Prop.ForAll(
        (from replicas in Gen.Choose(1, 6)
         from asks in Gen.ListOf(from one in Gen.Choose(0, replicas - 1) from after in Gen.Choose(0, 4000) select (one, after), 200)
         select (replicas, asks)).ToArbitrary(),
        it =>
        {
            var pacers = Enumerable.Range(0, it.replicas).Select(i => new Pacer(new OneOfSeveral($"{i}", it.replicas))).ToList();
            var (platform, now, sent) = (new FakeChat(world.Chat, new Wire()), A.Morning, new List<DateTimeOffset>());
            foreach (var (one, after) in it.asks)
            {
                now += TimeSpan.FromMilliseconds(after);
                if (pacers[one].Take(platform, Channel, "next", now) is null) sent.Add(now);
            }

            return sent.All(start => sent.Count(s => s >= start && s < start + TimeSpan.FromSeconds(Minute)) <= Minute + it.replicas);
        }).QuickCheckThrowOnFailure();
}
