using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using FsCheck;
using FsCheck.Fluent;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class OverlapTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly (Intent Intent, Person By)[] Clicks =
    [
        (new Intent.Accept(), Aoi), (new Intent.Assign(Ben.Email), Noor), (new Intent.Assign(Aoi.Email), Noor), (new Intent.Pause("Ill."), Noor), (new Intent.Reject("too_small"), Ben),
    ];

    private static readonly (Intent Intent, Person By)[] ToAndFro = [(new Intent.Reject("too_small"), Ben), (new Intent.Undo(), Ben), (new Intent.Acknowledge(), Mika)];

    private static Gen<(bool IsClick, int Which, int DiesAt)> Acts =>
        from isClick in Gen.Elements(true, true, false)
        from which in Gen.Choose(0, Clicks.Length - 1)
        from diesAt in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 16)))
        select (isClick, which, diesAt);

    private static Gen<(int Which, int Calls, int Seconds)> Paces =>
        from which in Gen.Choose(0, 5)
        from calls in Gen.Choose(1, 4)
        from seconds in Gen.Elements(0, 0, 0, 0, 1, 10, 31)
        select (which, calls, seconds);

    /// <summary>Clicks with their deliveries, and sweeps, of one handoff, each at any pace and killed anywhere: then nothing but wake-ups bring it to its end.</summary>
    [Fact]
    public void However_commits_and_runs_overlap_there_is_a_wake_up_or_nothing_left_to_do() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1500),
        Prop.ForAll(
            (from acts in Gen.ListOf(Acts, 3) from paces in Gen.ListOf(Paces, 16) select (acts, paces)).ToArbitrary(),
            play => Assert.True(Task.Run(() => PlayAsync(Clicks, [.. play.acts], [.. play.paces])).Wait(Patience))));

    /// <summary>A lead is rejected and taken back again and again, while what follows from it is late, done twice, or dies: in the end its person is kept exactly while it is open.</summary>
    [Fact]
    public void However_rejections_and_their_undoing_overlap_the_person_is_kept_while_the_handoff_is_open() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1500),
        Prop.ForAll(
            (from acts in Gen.ListOf(Acts.Select(a => a with { Which = a.Which % ToAndFro.Length }), 4) from paces in Gen.ListOf(Paces, 24) select (acts, paces)).ToArbitrary(),
            play => Assert.True(Task.Run(() => PlayAsync(ToAndFro, [.. play.acts], [.. play.paces])).Wait(Patience))));

    [Fact]
    public async Task A_claim_that_is_late_meets_the_closing_that_overtook_it()
    {
        var world = new World();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
        await world.DeliverAsync(id);
        await world.DoAsync(id, new Intent.Undo(), Ben);
        var (late, overtaken) = (world.Start(), false);
        late.Wire.Before = async call =>
        {
            if (call != "index.settle" || overtaken) return;
            overtaken = true;
            await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
            await world.DeliverAsync(id);
        };

        await late.Runner.RunAsync(id, [.. world.Wakes.All], default);

        Assert.True(overtaken);
        Assert.False(world.Leads.LookUp("", "", world.Handoff(id).Lead.Contact.Email).CurrentLives);
    }

    [Fact]
    public async Task A_fact_that_was_overtaken_by_one_who_died_is_written_all_the_same()
    {
        var world = new World();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
        var (late, overtaken) = (world.Start(), false);
        late.Wire.Before = async call =>
        {
            if (call != "facts.begin" || overtaken) return;
            overtaken = true;
            await world.DoAsync(id, new Intent.Acknowledge(), Mika);
            var dead = world.Start();
            dead.Wire.Before = step => step == "facts.put" ? throw new ProcessDiedException(step) : Task.CompletedTask;
            await Record.ExceptionAsync(() => dead.Runner.RunAsync(id, [], default));
        };

        await late.Runner.RunAsync(id, [.. world.Wakes.All], default);

        Assert.True(overtaken);
        Assert.Equal(HandoffState.Rejected, world.Facts[id].State);
    }

    [Fact]
    public async Task A_handoff_that_opens_again_while_another_one_of_its_person_lets_go_late_has_the_person()
    {
        var world = new World();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
        await world.DeliverAsync(id);
        var second = await world.OfferAsync(A.Lead("2"));
        await world.DoAsync(second, new Intent.Reject("too_small"), Ben);
        await world.DoAsync(id, new Intent.Undo(), Ben);

        await world.DeliverAsync(id);
        await world.DeliverAsync(second);

        var traces = world.Leads.LookUp("", "", world.Handoff(id).Lead.Contact.Email);
        Assert.Equal((id, true), (traces.Current, traces.CurrentLives));
    }

    [Theory]
    [InlineData("suppressed")]
    [InlineData("erased")]
    public async Task Nobody_comes_back_who_was_suppressed_or_erased_at_the_last_moment(string how)
    {
        var world = new World();
        var id = await RecycledAsync(world);
        var (process, happened) = (world.Start(), false);
        process.Wire.Before = async call =>
        {
            if (call != "index.settle" || happened) return;
            happened = true;
            if (how == "suppressed") world.Leads.Suppress(A.Lead().Contact.Email!.Value);
            else await world.DoAsync(id, new Intent.Erase(), Person.Baton);
        };
        world.Clock.MoveTo(world.Handoff(id).ComesBackOn!.Value);

        await process.Runner.RunAsync(id, [.. world.Wakes.All.Where(w => w.Id == id.Value)], default);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.True(happened);
        Assert.Equal([id], world.Handoffs.Ids);
        Assert.False(world.Leads.LookUp("", "", A.Lead().Contact.Email).CurrentLives);
    }

    [Fact]
    public async Task Of_an_erased_handoff_nothing_comes_back()
    {
        var world = new World();
        var id = await RecycledAsync(world);
        world.Clock.MoveTo(world.Handoff(id).ComesBackOn!.Value);
        await world.DoAsync(id, new Intent.WakeUp(), Person.Baton);
        await world.DoAsync(id, new Intent.Erase(), Person.Baton);

        await world.DeliverAsync(id);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([id], world.Handoffs.Ids);
    }

    [Fact]
    public async Task A_lead_that_comes_back_and_is_late_does_not_keep_its_person_once_that_handoff_has_closed()
    {
        var world = new World();
        var id = await RecycledAsync(world);
        var next = HandoffId.For(A.Lead().Source, A.Lead().ExternalId, 2);
        var (late, overtaken) = (world.Start(), false);
        late.Wire.Before = async call =>
        {
            if (call != "index.settle" || overtaken) return;
            overtaken = true;
            await world.DeliverAsync(id);
            await world.DoAsync(next, new Intent.Reject("too_small"), Ben);
            await world.DeliverAsync(next);
        };
        world.Clock.MoveTo(world.Handoff(id).ComesBackOn!.Value);

        await late.Runner.RunAsync(id, [.. world.Wakes.All.Where(w => w.Id == id.Value)], default);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.True(overtaken);
        Assert.Equal(HandoffState.Rejected, world.Handoff(next).State);
        Assert.False(world.Leads.LookUp("", "", world.Handoff(next).Lead.Contact.Email).CurrentLives);
    }

    private static async Task<HandoffId> RecycledAsync(World world)
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Ben);
        await world.DoAsync(id, new Intent.Touch(), Ben);
        await world.DoAsync(id, new Intent.Recycle("bad_timing"), Ben);
        await world.DeliverAsync(id);
        return id;
    }

    private static async Task PlayAsync((Intent Intent, Person By)[] clicks, IReadOnlyList<(bool IsClick, int Which, int DiesAt)> acts, IReadOnlyList<(int Which, int Calls, int Seconds)> paces)
    {
        var world = new World();
        var id = await world.OfferAsync();
        var overlap = new Overlap(world);
        foreach (var (isClick, which, diesAt) in acts)
        {
            overlap.Begin(diesAt, isClick ? process => ClickAsync(process, id, clicks[which], world.Now) : world.SweepAsync);
        }

        foreach (var (which, calls, seconds) in paces)
        {
            overlap.Wait(TimeSpan.FromSeconds(seconds));
            overlap.Step(which, calls);
        }

        await overlap.EndAsync();
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(world.Outbox(id));
        var traces = world.Leads.LookUp("", "", world.Handoff(id).Lead.Contact.Email);
        Assert.Equal((id, world.Handoff(id).State.IsOpen()), (traces.Current, traces.CurrentLives));
        Assert.Equal((world.Handoff(id).State, world.Handoff(id).Milestones.Rejected), (world.Facts[id].State, world.Facts[id].RejectedAt));
        Assert.True(NextWake.Of(world.Handoff(id), world.Terms.Calendars) is not { } next || world.Wakes.All.Any(w => w.Id == id.Value && w.Due <= next));
    }

    private static async Task ClickAsync(Process process, HandoffId id, (Intent Intent, Person By) click, DateTimeOffset now)
    {
        await process.Desk.HandleAsync(id, click.Intent, click.By, now, default);
        foreach (var (_, safety) in process.Kicks.ToList()) await process.Runner.RunAsync(id, [safety], default);
    }
}
