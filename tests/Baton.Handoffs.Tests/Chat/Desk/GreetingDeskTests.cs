using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Handoffs;
using Baton.Handoffs.Tests.Doubles;

namespace Baton.Handoffs.Tests.Chat.Desk;

public sealed class GreetingDeskTests
{
    private static readonly Wake Due = new(WakeKind.Greeting, "teams:a:1", A.Morning);

    private readonly MemoryWakes wakes = new();
    private readonly TestClock clock = new(A.Morning);

    public GreetingDeskTests() => wakes.Add(Due);

    [Fact]
    public async Task What_is_said_needs_no_wake_up()
    {
        await RunAsync(new Greeter("teams", null));

        Assert.Empty(wakes.All);
    }

    [Fact]
    public async Task What_is_not_said_yet_is_looked_at_again_when_its_platform_wants()
    {
        await RunAsync(new Greeter("teams", A.Morning.AddMinutes(2)));

        Assert.Equal(Due with { Due = A.Morning.AddMinutes(2) }, Assert.Single(wakes.All));
    }

    [Fact]
    public async Task A_greeting_of_a_platform_that_is_switched_off_waits()
    {
        await RunAsync(new Greeter("slack", null));

        Assert.Equal(Due with { Due = A.Morning.AddDays(1) }, Assert.Single(wakes.All));
    }

    private Task RunAsync(IGreeter greeter) => new GreetingDesk([greeter], new MemoryAgenda(wakes, new Wire()), clock).RunAsync(Due.Id, [Due], default);

    private sealed class Greeter(string platform, DateTimeOffset? again) : IGreeter
    {
        public string Platform => platform;

        public Task<DateTimeOffset?> GreetAsync(Place place, CancellationToken cancellation) => Task.FromResult(again);
    }
}
