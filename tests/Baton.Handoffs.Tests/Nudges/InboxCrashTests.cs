using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using FsCheck;
using FsCheck.Fluent;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Nudges;

public sealed class InboxCrashTests
{
    private static readonly DateTimeOffset NextMorning = A.Morning.AddHours(23);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_crash_anywhere_while_the_inbox_is_told_loses_nothing_and_tells_nothing_twice(int count)
    {
        for (var point = 1; ; point++)
        {
            var world = InboxTests.Night();
            var ids = await InboxTests.OfferAllAsync(world, count);
            await world.PassAsync(NextMorning.AddSeconds(-1));
            world.Clock.MoveTo(NextMorning);
            var process = world.Start(point);
            await DiesAsync(() => process.Persons.RunAsync(Ben.Email, [.. world.Wakes.All.Where(w => w.Id == Ben.Email.Value)], default));

            await world.PassAsync(TimeSpan.FromMinutes(3));

            Assert.Single(InboxTests.ToBen(world));
            Assert.All(ids, id => Assert.Equal((point, NudgeOutcome.Sent), (point, Assert.Single(InboxTests.Settled(world, id)).Outcome)));
            Assert.DoesNotContain(world.Wakes.All, w => w.Id == Ben.Email.Value);
            if (!process.Wire.IsDead)
            {
                Assert.True(point > 10);
                return;
            }
        }
    }

    [Fact]
    public async Task A_crash_anywhere_while_something_is_put_into_the_inbox_loses_nothing_and_tells_nothing_twice()
    {
        for (var point = 1; ; point++)
        {
            var world = InboxTests.Night();
            var id = await world.TakeAsync(InboxTests.Lead(1));
            var process = world.Start(point);
            await DiesAsync(() => process.Runner.RunAsync(id, [.. world.Wakes.All], default));

            // Nobody looks until the morning: then the handoff and the inbox both think that it is time.
            world.Clock.MoveTo(NextMorning);
            await world.PassAsync(TimeSpan.FromMinutes(3));

            Assert.Equal((point, 1), (point, InboxTests.ToBen(world).Count));
            Assert.Equal(NudgeOutcome.Sent, Assert.Single(InboxTests.Settled(world, id)).Outcome);
            if (!process.Wire.IsDead)
            {
                Assert.True(point > 10);
                return;
            }
        }
    }

    [Fact]
    public async Task Two_processes_at_once_tell_it_once()
    {
        var world = InboxTests.Night();
        var ids = await InboxTests.OfferAllAsync(world, 2);
        await world.PassAsync(NextMorning.AddSeconds(-1));
        world.Clock.MoveTo(NextMorning);
        var (one, entered) = (world.Start(), false);
        one.Wire.Before = async _ =>
        {
            if (entered) return;
            entered = true;
            await world.Start().Persons.RunAsync(Ben.Email, [], default);
            entered = false;
        };

        await one.Persons.RunAsync(Ben.Email, [], default);

        Assert.Single(InboxTests.ToBen(world));
        Assert.All(ids, id => Assert.Single(InboxTests.Settled(world, id)));
    }

    /// <summary>Whatever people do, at whatever hour, and wherever the process dies.</summary>
    [Fact]
    public void Nobody_is_told_twice_of_one_step_nor_outside_working_time_nor_while_away() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Gen.ListOf(Acts).ToArbitrary(), acts => Play([.. acts.Take(25)]).GetAwaiter().GetResult()));

    private static Gen<(string What, int Which, int Hours, int DiesAt)> Acts =>
        from what in Gen.Elements("offer", "accept", "touch", "snooze", "assign", "away", "back", "pass", "pass", "crash")
        from which in Gen.Choose(0, 3)
        from hours in Gen.Choose(1, 40)
        from diesAt in Gen.Choose(1, 60)
        select (what, which, hours, diesAt);

    private static async Task Play(IReadOnlyList<(string What, int Which, int Hours, int DiesAt)> acts)
    {
        var world = new World(A.Terms());
        var wrong = new List<string>();
        world.Chat.Fate = send =>
        {
            if (send is { Kind: "post", Place.Id: "@ben@baton.example" } && (!world.Terms.CalendarOf(Ben.Email).IsOpen(world.Now) || world.Terms.Roster.Find(Ben.Email)!.IsAway(world.Now))) wrong.Add($"{send.Key} at {world.Now:u}");
            return Fate.Arrives;
        };
        var offered = 0;
        foreach (var act in acts)
        {
            await DoAsync(world, act, offered);
            offered += act.What == "offer" ? 1 : 0;
        }

        await world.PassAsync(TimeSpan.FromDays(7));

        Assert.Empty(wrong);
        Assert.DoesNotContain(world.Chat.Messages.Where(m => m.Place.Id.StartsWith('@')).GroupBy(m => (m.Place, m.EffectId)), g => g.Count() > 1);
        foreach (var id in world.Handoffs.Ids)
        {
            var final = InboxTests.Settled(world, id).Where(s => s.Outcome is not (NudgeOutcome.Snoozed or NudgeOutcome.Away));
            Assert.DoesNotContain(final.GroupBy(s => (s.Nudge, s.Recipient)), g => g.Count() > 1);
            Assert.Empty(world.Outbox(id));
        }
    }

    private static async Task DoAsync(World world, (string What, int Which, int Hours, int DiesAt) act, int offered)
    {
        var id = world.Handoffs.Ids.ElementAtOrDefault(act.Which);
        var known = act.Which < world.Handoffs.Ids.Count;
        var desk = world.Start().Desk;
        await (act.What switch
        {
            "offer" => world.OfferAsync(InboxTests.Lead(offered)),
            "accept" when known => desk.HandleAsync(id, new Intent.Accept(), Ben, world.Now, default),
            "touch" when known => desk.HandleAsync(id, new Intent.Touch(), Ben, world.Now, default),
            "snooze" when known => desk.HandleAsync(id, new Intent.Snooze(world.Now.AddHours(act.Hours)), Ben, world.Now, default),
            "assign" when known => desk.HandleAsync(id, new Intent.Assign(Ben.Email), Noor, world.Now, default),
            "away" => world.Start().People.AwayAsync(Ben, DateOnly.FromDateTime(world.Now.UtcDateTime).AddDays(1 + (act.Hours / 8)), Ben, world.Now, default),
            "back" => world.Start().People.BackAsync(Ben, Ben, world.Now, default),
            "crash" => DiesAsync(() => world.SweepAsync(world.Start(act.DiesAt))),
            _ => world.PassAsync(TimeSpan.FromHours(act.Hours)),
        });
    }

    private static async Task DiesAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ProcessDiedException)
        {
            // Its wake-ups stay.
        }
    }
}
