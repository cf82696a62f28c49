using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class FailureTests
{
    private readonly World world = new();

    [Fact]
    public async Task A_failed_send_is_tried_again_later_and_later()
    {
        var times = new List<DateTimeOffset>();
        world.Chat.Fate = send =>
        {
            times.Add(world.Now);
            return times.Count < 6 ? Fate.Fails : Fate.Arrives;
        };
        await world.TakeAsync(A.Lead());

        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Single(world.Chat.Messages);
        Assert.Equal(6, times.Count);
        var waits = times.Zip(times.Skip(1), (a, b) => b - a).ToList();
        Assert.All(waits.Select((wait, i) => (wait, most: world.Pulse.FirstRetry * Math.Pow(2, i))), w => Assert.InRange(w.wait, w.most / 2, w.most));
    }

    [Fact]
    public async Task What_fails_for_ever_becomes_a_dead_letter_that_says_why_and_wakes_nobody()
    {
        world.Chat.Fate = send => send.Kind == "post" ? Fate.Fails : Fate.Arrives;
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);

        await world.PassAsync(TimeSpan.FromDays(2));

        var dead = Assert.Single(world.Outbox(id));
        Assert.Equal((true, world.Pulse.MaxAttempts, "Refused connection."), (dead.Dead, dead.Attempts, dead.Error));
        Assert.Empty(world.Wakes.All);
        Assert.True(world.Facts.ContainsKey(id));
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_waited_for_and_that_is_no_failed_try()
    {
        var asked = new List<DateTimeOffset>();
        world.Chat.Fate = send =>
        {
            asked.Add(world.Now);
            return asked.Count <= 40 ? Fate.MustWait : Fate.Arrives;
        };
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Chat.Messages);
        Assert.Empty(world.Outbox(id));
        Assert.All(asked.Zip(asked.Skip(1), (a, b) => b - a), wait => Assert.True(wait >= TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(Fate.IsForbidden, "A scope is missing.")]
    [InlineData(Fate.IsGone, "It was deleted.")]
    public async Task A_card_that_no_retry_can_put_up_is_a_dead_letter_at_once(Fate fate, string why)
    {
        world.Chat.Fate = _ => fate;
        var id = await world.OfferAsync();

        Assert.Equal((true, why), (Assert.Single(world.Outbox(id)).Dead, world.Outbox(id)[0].Error));
    }

    [Fact]
    public async Task A_send_of_which_nobody_heard_is_looked_for_and_not_repeated()
    {
        world.Chat.Fate = send => send.Kind == "post" && world.Chat.Messages.Count == 0 ? Fate.ArrivesUnheard : Fate.Arrives;
        var id = await world.OfferAsync();
        Assert.Single(world.Outbox(id), e => e.Effect is Effect.ShowCard);

        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(world.Chat.Messages);
        Assert.Empty(world.Outbox(id));
        Assert.Single(world.Timeline(id).OfType<HandoffEvent.CardShown>());
    }

    [Fact]
    public async Task A_send_that_was_lost_is_sent_after_looking_for_it()
    {
        var sends = 0;
        world.Chat.Fate = send => send.Kind == "post" && sends++ == 0 ? Fate.IsLost : Fate.Arrives;
        await world.TakeAsync(A.Lead());

        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(world.Chat.Messages);
    }

    [Theory]
    [InlineData("post")]
    [InlineData("direct")]
    public async Task A_platform_that_hangs_and_listens_to_nobody_is_left_after_its_time(string kind)
    {
        var hangs = true;
        world.Chat.Fate = send => hangs && send.Kind == kind && send.Card?.Kind != CardKind.Nudge ? Fate.Hangs : Fate.Arrives;
        var id = await world.TakeAsync(A.Lead() with { Owner = Ben.Email });

        var running = world.DeliverAsync(id);
        world.Clock.Advance(world.Pulse.SendLimit);
        await running.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains(world.Outbox(id), e => e.Error is not null);
        Assert.True(world.Facts.ContainsKey(id));
        hangs = false;
        await world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(world.Outbox(id));
        Assert.Equal(2, world.Chat.Messages.Count);
    }

    [Fact]
    public async Task An_effect_is_not_begun_when_its_claim_might_end_before_it_does()
    {
        var id = await world.TakeAsync(A.Lead() with { Owner = Ben.Email });
        var left = new List<TimeSpan>();
        world.Chat.Fate = send =>
        {
            if (send.Kind != "post") return Fate.Arrives;
            left.Add(world.Outbox(id).Where(e => e.Effect is Effect.ShowCard ? send.Key.Contains("-card-", StringComparison.Ordinal) : send.Key.EndsWith(e.Effect.Id, StringComparison.Ordinal)).Select(e => e.ClaimedUntil!.Value).Single() - world.Now);
            if (left.Count == 1) world.Clock.Advance(world.Pulse.SendLimit + TimeSpan.FromSeconds(1));
            return Fate.Arrives;
        };

        await world.DeliverAsync(id);

        Assert.Equal(2, world.Chat.Messages.Count);
        Assert.All(left, time => Assert.True(time >= world.Pulse.Claim - world.Pulse.SendLimit));
        Assert.Empty(world.Outbox(id));
        Assert.All(world.Timeline(id).OfType<HandoffEvent.NudgeSettled>(), e => Assert.Equal(NudgeOutcome.Sent, e.Outcome));
    }

    [Fact]
    public async Task One_effect_that_throws_holds_up_neither_the_others_nor_their_record()
    {
        world.Chat.Fate = send => send.Kind == "post" ? Fate.Throws : Fate.Arrives;
        var id = await world.OfferAsync();

        Assert.True(world.Facts.ContainsKey(id));
        Assert.Contains("A bug.", Assert.Single(world.Outbox(id)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew_and_once()
    {
        var id = await world.OfferAsync();
        world.Chat.Fate = send => send is { Kind: "update", Key: "m1" } ? Fate.IsGone : Fate.Arrives;
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        for (var point = 1; point < 14; point++)
        {
            try
            {
                await world.Start(point).Runner.RunAsync(id, [], default);
            }
            catch (ProcessDiedException)
            {
                await world.PassAsync(TimeSpan.FromMinutes(3));
            }
        }

        Assert.Equal(2, world.Chat.Messages.Count);
        Assert.Equal(world.Handoff(id).CardVersion, world.Chat.Messages[1].Card.Version);
    }

    [Theory]
    [InlineData(Fate.Fails)]
    [InlineData(Fate.IsForbidden)]
    [InlineData(Fate.IsGone)]
    [InlineData(Fate.IsLost)]
    [InlineData(Fate.Throws)]
    [InlineData(Fate.MustWait)]
    public async Task One_message_that_cannot_be_updated_holds_up_no_other(Fate fate)
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });
        await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
        await world.DeliverAsync(id);
        var stuck = world.Chat.Messages.Single(m => m.Place.Id.StartsWith('@'));
        world.Chat.Fate = send => send.Kind == "update" && send.Key == stuck.Id ? fate : Fate.Arrives;

        await world.DoAsync(id, new Intent.Undo(), Ben);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        var others = world.Chat.Messages.Where(m => m != stuck && m.Card.Handoff is not null).ToList();
        Assert.Equal(3, others.Count);
        Assert.All(others, m => Assert.Equal((m.Place, world.Handoff(id).CardVersion), (m.Place, m.Card.Version)));
        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(TimeSpan.FromMinutes(30));
        Assert.DoesNotContain(world.Outbox(id), e => !e.Dead);
        if (fate is Fate.IsGone or Fate.IsForbidden) Assert.Empty(world.Outbox(id));
        else Assert.Equal(world.Handoff(id).CardVersion, stuck.Card.Version);
    }

    [Fact]
    public async Task Messages_that_hang_cannot_use_up_the_time_of_the_others_for_ever()
    {
        var id = await world.OfferAsync();
        for (var i = 0; i < 6; i++)
        {
            await world.DoAsync(id, new Intent.Assign(i % 2 == 0 ? Ben.Email : Aoi.Email), Noor);
            await world.DeliverAsync(id);
        }

        await world.DoAsync(id, new Intent.Accept(), Aoi);
        var hanging = world.Chat.Messages.Take(4).Select(m => m.Id).ToList();
        world.Chat.Fate = send =>
        {
            if (send.Kind != "update" || !hanging.Contains(send.Key)) return Fate.Arrives;
            world.Clock.Advance(world.Pulse.SendLimit);
            return Fate.IsLost;
        };
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.All(world.Chat.Messages.Where(m => !hanging.Contains(m.Id)), m => Assert.Equal(world.Handoff(id).CardVersion, m.Card.Version));
    }

    [Fact]
    public async Task A_process_that_is_stopped_records_what_it_has_sent_and_begins_nothing_new()
    {
        var id = await world.TakeAsync(A.Lead() with { Owner = Ben.Email });
        using var stop = new CancellationTokenSource();
        world.Chat.Fate = _ =>
        {
            stop.Cancel();
            return Fate.Arrives;
        };
        world.Chat.CanLook = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Start().Runner.RunAsync(id, [], stop.Token));
        Assert.Single(world.Chat.Messages);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, world.Chat.Messages.Count);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_row_that_somebody_else_has_claimed_by_now_is_left_to_them()
    {
        var id = await world.TakeAsync(A.Lead());
        var theirs = world.Now + TimeSpan.FromHours(1);
        world.Chat.Fate = send =>
        {
            var row = world.Outbox(id).Single(e => e.Effect is Effect.ShowCard);
            world.Handoffs.Commit(new(id) { Kept = [row with { ClaimedUntil = theirs, Attempts = row.Attempts + 1 }] });
            return Fate.Fails;
        };

        await world.DeliverAsync(id);

        Assert.Equal((theirs, null), Assert.Single(world.Outbox(id)) is var left ? (left.ClaimedUntil!.Value, left.Error) : default);
        Assert.Contains(world.Wakes.All, w => w.Due == theirs);
    }

    [Fact]
    public async Task A_send_that_may_have_arrived_is_looked_for_even_after_it_was_put_off()
    {
        var tries = 0;
        world.Chat.CanLook = false;
        world.Chat.Fate = send => send.Kind != "post" ? Fate.Arrives : ++tries switch { 1 => Fate.ArrivesUnheard, 2 => Fate.MustWait, _ => Fate.Arrives };
        var id = await world.OfferAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, tries);

        // By now the platform shows what it has taken.
        world.Chat.CanLook = true;
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(world.Chat.Messages);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_fact_that_a_newer_one_overtakes_is_not_written()
    {
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Undo(), Aoi);
        world.Chat.Fate = _ => Fate.IsForbidden;
        var process = world.Start();

        await process.Runner.RunAsync(id, [], default);

        Assert.Single(process.Wire.Calls, "facts.put");
    }
}
