using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Api;

public sealed class SlackPaceTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_burst_goes_at_once_and_the_next_call_is_told_when()
    {
        var (pace, clock) = Pace();
        for (var i = 0; i < SlackTier.Three.Burst; i++) Assert.Null(pace.Take(SlackMethod.ChatUpdate));
        var wait = Assert.NotNull(pace.Take(SlackMethod.ChatUpdate));
        Assert.Equal(1.5, wait.TotalSeconds, 2);
        clock.Advance(wait);
        Assert.Null(pace.Take(SlackMethod.ChatUpdate));
        Assert.NotNull(pace.Take(SlackMethod.ChatUpdate));
    }

    [Fact]
    public void A_429_closes_that_method_and_no_other_until_its_time_is_up()
    {
        var (pace, clock) = Pace();
        pace.Close(SlackMethod.ChatUpdate, TimeSpan.FromSeconds(20));
        Assert.Equal(20, Assert.NotNull(pace.Take(SlackMethod.ChatUpdate)).TotalSeconds, 3);
        Assert.Null(pace.Take(SlackMethod.ChatPostMessage));
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(1, Assert.NotNull(pace.Take(SlackMethod.ChatUpdate)).TotalSeconds, 3);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(pace.Take(SlackMethod.ChatUpdate));
        Assert.NotNull(pace.Take(SlackMethod.ChatUpdate));
    }

    [Fact]
    public void Several_processes_share_what_one_may()
    {
        var clock = new TestClock(Morning);
        var paces = Enumerable.Range(0, 3).Select(i => new SlackPace(clock, new OneOfSeveral($"{i}", 3))).ToList();
        var calls = Enumerable.Range(0, 60).Sum(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return paces.Sum(p => Enumerable.Range(0, 5).Count(_ => p.Take(SlackMethod.ChatUpdate) is null));
        });
        Assert.InRange(calls, SlackTier.Three.PerMinute, SlackTier.Three.Burst + SlackTier.Three.PerMinute);
    }

    [Fact]
    public void A_shorter_wait_does_not_shorten_a_longer_one()
    {
        var (pace, clock) = Pace();
        pace.Close(SlackMethod.ChatUpdate, TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(5));
        pace.Close(SlackMethod.ChatUpdate, TimeSpan.FromSeconds(2));
        Assert.Equal(15, Assert.NotNull(pace.Take(SlackMethod.ChatUpdate)).TotalSeconds, 3);
    }

    [Fact]
    public void No_minute_has_more_calls_than_the_tier_whoever_calls_when()
    {
        var pauses = Gen.ListOf(Gen.Choose(0, 3000).Select(ms => TimeSpan.FromMilliseconds(ms)), 200);
        Prop.ForAll(pauses.ToArbitrary(), waits =>
        {
            var (pace, clock) = Pace();
            var calls = new List<DateTimeOffset>();
            foreach (var wait in waits)
            {
                clock.Advance(wait);
                while (pace.Take(SlackMethod.ConversationsHistory) is null) calls.Add(clock.GetUtcNow());
            }

            return calls.All(start => calls.Count(call => call >= start && call < start + TimeSpan.FromMinutes(1)) <= SlackTier.Three.Burst + SlackTier.Three.PerMinute);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void Whoever_waits_as_long_as_told_gets_through()
    {
        var (pace, clock) = Pace();
        for (var i = 0; i < 500; i++)
        {
            var tries = 0;
            while (pace.Take(SlackMethod.ChatPostMessage) is { } wait)
            {
                Assert.True(++tries <= 2, "Told to wait again and again.");
                clock.Advance(wait);
            }
        }

        Assert.InRange((clock.GetUtcNow() - Morning).TotalSeconds, 95, 115);
    }

    [Fact]
    public void Every_method_has_a_name_a_pace_and_a_place_in_the_list()
    {
        var declared = typeof(SlackMethod).GetProperties().Where(p => p.PropertyType == typeof(SlackMethod)).Select(p => (SlackMethod)p.GetValue(null)!).ToHashSet();
        Assert.Equal(declared, SlackMethod.All.ToHashSet());
        Assert.Equal(SlackMethod.All.Count, SlackMethod.All.Select(m => m.Name).Distinct().Count());
        Assert.All(SlackMethod.All, m => Assert.True(m.Tier is { Burst: > 0, PerMinute: > 0 }));
    }

    private static (SlackPace Pace, TestClock Clock) Pace()
    {
        var clock = new TestClock(Morning);
        return (new SlackPace(clock), clock);
    }
}
