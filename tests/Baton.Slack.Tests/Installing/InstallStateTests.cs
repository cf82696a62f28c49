using Baton.Slack.Installing;

namespace Baton.Slack.Tests.Installing;

public sealed class InstallStateTests
{
    private const string Secret = "00112233445566778899aabbccddeeff";

    private readonly HandClock clock = new();

    [Fact]
    public void A_state_is_good_once_in_the_browser_that_has_its_cookie()
    {
        var states = new InstallState(Secret, clock);
        var (state, cookie) = states.New();

        Assert.False(states.Take(state, states.New().Cookie));
        Assert.False(states.Take(state, null));
        Assert.True(states.Take(state, cookie));
        Assert.False(states.Take(state, cookie));
    }

    [Fact]
    public void After_ten_minutes_it_is_good_no_more()
    {
        var states = new InstallState(Secret, clock);
        var (early, late) = (states.New(), states.New());

        clock.Now += InstallState.Life - TimeSpan.FromSeconds(1);
        Assert.True(states.Take(early.State, early.Cookie));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.False(states.Take(late.State, late.Cookie));
    }

    [Fact]
    public void Another_secret_or_one_changed_character_makes_it_worthless()
    {
        var states = new InstallState(Secret, clock);
        var (state, cookie) = states.New();

        Assert.False(new InstallState(Secret.Replace('0', '1'), clock).Take(state, cookie));
        Assert.All(Enumerable.Range(0, state.Length - 1), at => Assert.False(states.Take($"{state[..at]}{(state[at] == 'A' ? 'B' : 'A')}{state[(at + 1)..]}", cookie)));
        Assert.True(states.Take(state, cookie));
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
