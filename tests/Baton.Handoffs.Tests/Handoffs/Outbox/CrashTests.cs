using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class CrashTests
{
    public static TheoryData<string> Cases => ["offered", "assigned", "rejected", "suppressed", "contested", "nudged", "hopped", "back"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_crash_anywhere_loses_nothing_and_repeats_nothing_that_can_be_found_again(string which)
    {
        var (calm, id) = await Prepare(which);
        await Recover(calm);
        for (var point = 1; ; point++)
        {
            var (world, _) = await Prepare(which);
            if (!await DiesAsync(world, id, point))
            {
                Assert.True(point > 8);
                return;
            }

            await Recover(world);

            Assert.Equal($"{point}: {Messages(calm)}", $"{point}: {Messages(world)}");
            Assert.Equal($"{point}: {Told(calm, id)}", $"{point}: {Told(world, id)}");
            Assert.All(world.Handoffs.Ids, each => Assert.Empty(world.Outbox(each)));
            Assert.Equal(calm.Facts[id] with { CardVisibleAt = null, HumanDelay = null, Version = 0 }, world.Facts[id] with { CardVisibleAt = null, HumanDelay = null, Version = 0, Clocks = calm.Facts[id].Clocks, Rules = calm.Facts[id].Rules });
            Assert.Equal(calm.Facts[id].Rules, world.Facts[id].Rules);
            Assert.Equal(calm.Handoffs.Ids, world.Handoffs.Ids);
            Assert.Equal(calm.Leads.LookUp("web", "x", A.Lead().Contact.Email).Suppressed, world.Leads.LookUp("web", "x", A.Lead().Contact.Email).Suppressed);
            Assert.All(world.Wakes.All, w => Assert.True(w.Due > world.Now));
            Assert.All(world.Handoffs.Ids, each => Assert.True(NextWake.Of(world.Handoff(each), world.Terms.Calendars) is not { } next || world.Wakes.All.Any(w => w.Id == each.Value && w.Due == next)));
        }
    }

    [Fact]
    public async Task Where_nothing_can_be_looked_for_only_a_send_that_was_in_flight_is_repeated()
    {
        for (var point = 1; ; point++)
        {
            var (world, id) = await Prepare("nudged");
            world.Chat.CanLook = false;
            var process = world.Start(point);
            var inFlight = false;
            try
            {
                await process.Runner.RunAsync(id, [], default);
                return;
            }
            catch (ProcessDiedException)
            {
                // Sent, and died before the record of it was written.
                var lastWrite = process.Wire.Calls.ToList().FindLastIndex(c => c == "store.commit");
                inFlight = process.Wire.Calls.Skip(lastWrite + 1).Contains("chat.post");
                await Recover(world);
            }

            var nudges = world.Chat.Messages.GroupBy(m => m.EffectId).Where(g => g.Count() > 1);
            if (!inFlight) Assert.Empty(nudges);
        }
    }

    // A wake-up for what was just committed is there, as before every commit.
    private static async Task<(World World, HandoffId Id)> Prepare(string which)
    {
        var world = new World();
        var id = await world.TakeAsync(A.Lead());
        if (which != "offered") await world.DeliverAsync(id);
        switch (which)
        {
            case "assigned":
                await world.DoAsync(id, new Intent.Assign(Ben.Email), Noor);
                break;
            case "rejected":
                await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
                break;
            case "suppressed":
                await world.DoAsync(id, new Intent.Reject("do_not_contact"), Aoi);
                break;
            case "contested":
                await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
                await world.DeliverAsync(id);
                await world.DoAsync(id, new Intent.Contest("No."), Mika);
                break;
            case "nudged":
                await world.DoAsync(id, new Intent.Accept(), Aoi);
                await world.DeliverAsync(id);
                await world.DoAsync(id, new Intent.Touch(), Aoi);
                await world.DeliverAsync(id);
                world.Clock.MoveTo(NextWake.Of(world.Handoff(id), world.Terms.Calendars)!.Value);
                break;
            case "hopped":
                await world.DoAsync(id, new Intent.Assign(Ben.Email), Noor);
                await world.DeliverAsync(id);
                world.Clock.MoveTo(A.Morning.AddHours(6));
                break;
            case "back":
                await world.DoAsync(id, new Intent.Accept(), Aoi);
                await world.DoAsync(id, new Intent.Touch(), Aoi);
                await world.DoAsync(id, new Intent.Recycle("bad_timing"), Aoi);
                await world.DeliverAsync(id);
                world.Clock.MoveTo(world.Handoff(id).ComesBackOn!.Value);
                break;
        }

        return (world, id);
    }

    private static async Task<bool> DiesAsync(World world, HandoffId id, int point)
    {
        try
        {
            await world.Start(point).Runner.RunAsync(id, [.. world.Wakes.All.Where(w => w.Id == id.Value)], default);
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    // Only wake-ups: nobody clicks, nothing is kicked. Three minutes are enough for a claim to end, and reach no further step.
    private static Task Recover(World world) => world.PassAsync(TimeSpan.FromMinutes(3));

    private static string Messages(World world) =>
        string.Join("\n", world.Chat.Messages.OrderBy(m => m.EffectId, StringComparer.Ordinal).Select(m => $"{m.Place} {m.Card.Kind} {m.EffectId} v{(m.Card.Handoff is { } it ? world.Handoff(it).CardVersion - m.Card.Version : 0)}"));

    private static string Told(World world, HandoffId id) =>
        string.Join("\n", world.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Select(e => $"{e.Nudge} {e.Recipient} {e.Outcome}").Order(StringComparer.Ordinal));
}
