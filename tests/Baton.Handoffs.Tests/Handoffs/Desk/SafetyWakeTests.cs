using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Desk;

/// <summary>The wake-up that precedes a commit is never used up before it, however slow the store and whoever sweeps meanwhile.</summary>
public sealed class SafetyWakeTests
{
    private readonly World world = new();

    [Theory]
    [InlineData(-3600)]
    [InlineData(0)]
    public async Task It_counts_from_when_it_is_written_whatever_instant_the_change_is_about(int seconds)
    {
        var id = await world.OfferAsync();
        var (process, at) = (world.Start(), world.Now.AddSeconds(seconds));

        await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, at, default);
        await process.Leads.TakeAsync(A.Lead("2", "b@c.example"), Api, at, default);

        Assert.Equal(2, process.Kicks.Count);
        Assert.All(process.Kicks, kick => Assert.InRange(kick.Safety.Due, world.Now + world.Pulse.Safety, world.Now + world.Pulse.Safety + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_run_leaves_the_wake_up_of_a_commit_of_the_same_second_that_it_did_not_see()
    {
        var id = await world.OfferAsync();
        var (process, other) = (world.Start(), world.Start());
        await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);
        process.Wire.Before = async call =>
        {
            if (!call.StartsWith("agenda", StringComparison.Ordinal)) return;
            process.Wire.Before = null;
            await other.Desk.HandleAsync(id, new Intent.Touch(), Aoi, world.Now, default);
        };

        await process.Runner.RunAsync(id, [process.Kicks[0].Safety], default);

        // The other process dies before it delivers.
        Assert.NotEmpty(other.Kicks);
        await DeliveredAsync(id);
    }

    [Fact]
    public async Task A_read_that_outlasts_it_brings_another_before_the_commit()
    {
        var id = await world.OfferAsync();
        var process = world.Start(9);
        process.Wire.Before = call => call switch
        {
            "store.load" => PassAndSweepAsync(40),
            "store.commit" => PassAndSweepAsync(20),
            _ => Task.CompletedTask,
        };

        await Assert.ThrowsAsync<ProcessDiedException>(() => ClickAndDeliverAsync(process, id));

        Assert.Equal(["agenda.add", "store.load", "agenda.add", "store.commit"], process.Wire.Calls.Take(4));
        await DeliveredAsync(id);
    }

    [Fact]
    public async Task A_commit_that_outlasts_it_is_followed_by_another()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        process.Wire.Before = call => call == "store.commit" ? PassAndSweepAsync(40) : Task.CompletedTask;

        await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);

        // The process dies here, and what it was asked to deliver with it. To be deleted is the one that is there.
        Assert.Equal(Assert.Single(process.Kicks).Safety, Assert.Single(world.Wakes.All, w => w.Due <= world.Now.AddMinutes(1)));
        await DeliveredAsync(id);
    }

    [Fact]
    public async Task A_commit_that_takes_effect_after_it_failed_finds_another()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        var late = new LateStore(process.Store);
        var desk = new HandoffDesk(late, new SafetyWakes(late, process.Agenda, world.Pulse, world.Clock), world.Terms, process);
        late.Failing = () => world.Clock.Advance(world.Pulse.CommitLimit);
        await Assert.ThrowsAsync<IOException>(() => desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));
        await PassAndSweepAsync(12);

        Assert.True(await late.LandAsync());

        await DeliveredAsync(id);
    }

    [Fact]
    public async Task What_a_commit_failed_with_is_told_although_nothing_can_be_left_behind_for_it()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        process.Wire.Before = call => call switch
        {
            "agenda.add" when process.Wire.Calls.Count > 0 => throw new InvalidOperationException("The agenda is full."),
            "store.commit" => throw new IOException("No answer."),
            _ => Task.CompletedTask,
        };

        await Assert.ThrowsAsync<IOException>(() => process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));
    }

    [Fact]
    public async Task Nothing_is_committed_when_a_store_is_too_slow_for_every_wake_up()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        process.Wire.Before = call =>
        {
            if (call == "agenda.add") world.Clock.Advance(TimeSpan.FromSeconds(15));
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<TimeoutException>(() => process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));

        Assert.Equal(HandoffState.Offered, world.Handoff(id).State);
        Assert.DoesNotContain("store.commit", process.Wire.Calls);
    }

    [Fact]
    public async Task A_commit_that_outlasts_it_is_delivered_though_the_store_takes_no_other()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        var committing = false;
        process.Wire.Before = call =>
        {
            committing |= call == "store.commit";
            return call == "store.commit" ? PassAndSweepAsync(40)
                : call == "agenda.add" && committing ? throw new IOException("No answer.")
                : Task.CompletedTask;
        };

        var answer = await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);

        Assert.IsType<DeskAnswer.Done>(answer);
        Assert.Single(process.Kicks);
    }

    [Fact]
    public async Task What_others_commit_while_it_is_being_claimed_is_delivered_with_it()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        var process = world.Start();
        process.Wire.Before = async call =>
        {
            // Who delivers that sees the claim soon after, and waits for its end.
            if (call != "store.commit") return;
            process.Wire.Before = null;
            await world.DoAsync(id, new Intent.Touch(), Aoi);
        };

        await process.Runner.RunAsync(id, [.. world.Wakes.All.Where(w => w.Id == id.Value)], default);

        Assert.Null(process.Wire.Before);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_run_that_is_overtaken_writes_when_to_come_back_by_what_it_has_seen()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);
        await world.DeliverAsync(id);
        world.Clock.MoveTo(NextWake.Of(world.Handoff(id), world.Terms.Calendars)!.Value.AddSeconds(-5));
        await world.DoAsync(id, new Intent.Pause("Ill."), Noor);
        await world.DeliverAsync(id);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        var process = world.Start();
        await process.Desk.HandleAsync(id, new Intent.Resume(), Noor, world.Now, default);
        process.Wire.Before = async call =>
        {
            if (!call.StartsWith("agenda.", StringComparison.Ordinal) || world.Outbox(id).Count > 0) return;
            process.Wire.Before = null;
            world.Clock.Advance(TimeSpan.FromSeconds(40));
            await Assert.ThrowsAsync<ProcessDiedException>(() => world.SweepAsync(world.Start(7)));
        };

        await process.Runner.RunAsync(id, [process.Kicks[0].Safety], default);

        Assert.Null(process.Wire.Before);
        await DeliveredAsync(id);
    }

    private async Task ClickAndDeliverAsync(Process process, HandoffId id)
    {
        await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);
        await process.Runner.RunAsync(id, [process.Kicks[0].Safety], default);
    }

    private async Task PassAndSweepAsync(int seconds)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await world.SweepAsync(world.Start());
    }

    // By nothing but wake-ups; a claim may have to end first.
    private async Task DeliveredAsync(HandoffId id)
    {
        Assert.NotEmpty(world.Outbox(id));
        await world.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Empty(world.Outbox(id));
    }

    // Its commit fails, and takes effect later: a request that was still under way.
    private sealed class LateStore(IHandoffStore inner) : IHandoffStore
    {
        private HandoffChange? underWay;

        public Action? Failing { get; set; }

        public Task<bool> LandAsync() => inner.CommitAsync(underWay!, default);

        public Task<Stored?> LoadAsync(HandoffId id, CancellationToken cancellation) => inner.LoadAsync(id, cancellation);

        public Task<HandoffFile?> OpenAsync(HandoffId id, CancellationToken cancellation) => inner.OpenAsync(id, cancellation);

        public IAsyncEnumerable<HandoffEvent> TimelineAsync(HandoffId id, CancellationToken cancellation) => inner.TimelineAsync(id, cancellation);

        public Task<HandoffEvent?> EventAsync(HandoffId id, int number, CancellationToken cancellation) => inner.EventAsync(id, number, cancellation);

        public Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation)
        {
            underWay = change;
            Failing?.Invoke();
            throw new IOException("No answer.");
        }

        public Task<HandoffFile?> CommitAsync(HandoffFile read, HandoffChange change, CancellationToken cancellation) => inner.CommitAsync(read, change, cancellation);

        public Task RewriteAsync(HandoffId id, Func<HandoffEvent, HandoffEvent> kept, CancellationToken cancellation) =>
            inner.RewriteAsync(id, kept, cancellation);
    }
}
