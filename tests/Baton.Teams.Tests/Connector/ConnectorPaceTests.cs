using Baton.Handoffs.Tests.Doubles;
using Baton.Teams.Connector;

namespace Baton.Teams.Tests.Connector;

/// <summary>Teams' limits are kept before Teams has to say so.</summary>
public sealed class ConnectorPaceTests
{
    private static readonly Lane Channel = Lane.Changing("19:a@thread.tacv2");

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));
    private readonly ConnectorPace pace;

    public ConnectorPaceTests() => pace = new ConnectorPace(clock);

    [Fact]
    public void Seven_in_a_second_and_the_eighth_a_second_later()
    {
        Take(Channel, 7);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take(Channel));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(pace.Take(Channel));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take(Channel));
    }

    [Fact]
    public void Nobody_who_waits_as_told_exceeds_any_window()
    {
        var made = new List<DateTimeOffset>();
        while (made.Count < 300)
        {
            if (pace.Take(Channel) is { } wait)
            {
                clock.Advance(wait);
            }
            else
            {
                made.Add(clock.GetUtcNow());
            }
        }

        Assert.All(ConnectorPace.Changing, window => Assert.All(made, at => Assert.True(made.Count(it => it >= at && it < at + window.Length) <= window.Most)));
        Assert.Equal(60, made.Count(it => it < made[0] + TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Threads_of_a_channel_count_together_and_channels_apart()
    {
        Take(Lane.Changing("19:a@thread.tacv2;messageid=1"), 7);

        Assert.NotNull(pace.Take(Lane.Changing("19:a@thread.tacv2;messageid=2")));
        Assert.Null(pace.Take(Lane.Changing("19:b@thread.tacv2")));
    }

    [Fact]
    public void Asking_and_changing_count_apart_and_asking_may_be_twice_as_often()
    {
        Take(Channel, 7);
        Take(Lane.Asking("19:a@thread.tacv2"), 14);

        Assert.NotNull(pace.Take(Lane.Asking("19:a@thread.tacv2")));
    }

    [Fact]
    public void Fifty_in_a_second_wherever_they_go()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Null(pace.Take(Lane.Changing($"19:{i}@thread.tacv2")));
        }

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take(Lane.Changing("19:other@thread.tacv2")));
    }

    [Fact]
    public void What_Teams_closed_stays_closed_for_as_long_as_it_said()
    {
        pace.Close(Channel, TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(15), pace.Take(Channel));
        Assert.Null(pace.Take(Lane.Changing("19:b@thread.tacv2")));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Null(pace.Take(Channel));
    }

    [Fact]
    public void A_shorter_wait_does_not_end_a_longer_one()
    {
        pace.Close(Channel, TimeSpan.FromSeconds(20));
        pace.Close(Channel, TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(20), pace.Take(Channel));
    }

    private void Take(Lane lane, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(pace.Take(lane));
        }
    }
}
