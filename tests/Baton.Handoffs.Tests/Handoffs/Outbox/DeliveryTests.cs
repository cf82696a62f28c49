using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class DeliveryTests
{
    private readonly World world = new();

    [Fact]
    public async Task A_new_lead_is_one_card_in_its_channel_and_one_fact()
    {
        var id = await world.OfferAsync();

        var card = Assert.Single(world.Chat.Messages);
        Assert.Equal(("console:sales", CardKind.Handoff, 1), (card.Place.ToString(), card.Card.Kind, card.Card.Version));
        Assert.Equal(world.Now, world.Handoff(id).Milestones.CardVisible);
        Assert.Equal(HandoffState.Offered, world.Facts[id].State);
        Assert.Equal(world.Now, world.Facts[id].CardVisibleAt);
    }

    [Fact]
    public async Task Once_all_is_delivered_no_wake_up_is_left_but_the_next_step()
    {
        var id = await world.OfferAsync();

        Assert.Empty(world.Outbox(id));
        Assert.Equal(NextWake.Of(world.Handoff(id), world.Terms.Calendars), Assert.Single(world.Wakes.All).Due);
    }

    [Fact]
    public async Task A_stale_wake_up_finds_nothing_to_do_and_is_deleted()
    {
        var id = await world.OfferAsync();
        world.Wakes.Add(new(Baton.Handoffs.Handoffs.Store.WakeKind.Handoff, id.Value, world.Now));
        world.Wakes.Add(new(Baton.Handoffs.Handoffs.Store.WakeKind.Handoff, "0000000000000000", world.Now));
        var before = world.Timeline(id).Count;

        await world.SweepAsync(world.Start());

        Assert.Equal(before, world.Timeline(id).Count);
        Assert.Single(world.Wakes.All);
    }

    [Fact]
    public async Task Several_changes_in_a_row_are_one_update_of_the_card()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Undo(), Aoi);
        await world.DoAsync(id, new Intent.Accept(), Ben);

        await world.DeliverAsync(id);

        Assert.Equal(2, Assert.Single(world.Chat.Messages).Cards.Count);
        Assert.Equal(world.Handoff(id).CardVersion, world.Chat.Messages[0].Card.Version);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task While_one_process_updates_the_card_another_waits_with_the_newer_one()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        var slow = world.Start();
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        slow.Wire.Before = async call =>
        {
            if (call != "chat.update") return;
            begun.SetResult();
            await goOn.Task;
        };
        var delivering = slow.Runner.RunAsync(id, [], default);
        await begun.Task;
        await world.DoAsync(id, new Intent.Touch(), Aoi);

        await world.DeliverAsync(id);

        // The older update is still under way: nothing newer may overtake it, and a wake-up is there for when its claim ends.
        Assert.Equal(1, Assert.Single(world.Chat.Messages).Card.Version);
        Assert.Contains(world.Wakes.All, w => w.Due == world.Now + world.Pulse.Claim);
        slow.Wire.Before = null;
        goOn.SetResult();
        await delivering;
        Assert.Equal([1, 3, 4], world.Chat.Messages[0].Cards.Select(c => c.Version));
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_message_that_is_made_while_the_handoff_moves_on_is_brought_up_to_date()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);

        // Its card is up to date when the reply, put off by a failure, is posted on its own.
        world.Chat.Fate = send => send.Place.Id == "marketing" ? Fate.Fails : Fate.Arrives;
        await world.DeliverAsync(id);
        world.Chat.Fate = _ => Fate.Arrives;
        world.Clock.Advance(world.Pulse.FirstRetry);
        var slow = world.Start();
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        slow.Wire.Before = async call =>
        {
            if (call != "chat.post") return;
            begun.TrySetResult();
            await goOn.Task;
        };
        var delivering = slow.Runner.RunAsync(id, [], default);
        await begun.Task;
        await world.DoAsync(id, new Intent.Contest("They are big."), Mika);
        await world.DeliverAsync(id);

        goOn.SetResult();
        await delivering;

        var replies = world.Chat.In("console:marketing").Where(m => m.Card.Kind == CardKind.Feedback).ToList();
        Assert.Equal(2, replies.Count);
        Assert.All(replies, reply => Assert.Equal(world.Handoff(id).CardVersion, reply.Card.Version));
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task More_than_a_batch_of_effects_is_done_in_several()
    {
        var id = await world.OfferAsync();
        for (var i = 0; i < 25; i++)
        {
            await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
            await world.DoAsync(id, new Intent.Undo(), Aoi);
        }

        Assert.True(world.Outbox(id).Count > 100);
        await world.DeliverAsync(id);

        Assert.Empty(world.Outbox(id));
        Assert.Equal(51, world.Chat.In("console:marketing").Count());
    }

    [Fact]
    public async Task A_clicks_change_is_not_lost_when_it_comes_between_a_send_and_its_record()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        var process = world.Start();
        var clicks = 0;
        process.Wire.Before = async call =>
        {
            if (call == "store.commit" && clicks < 5) await world.DoAsync(id, new Intent.Remark("More", $"m{++clicks}"), Mika);
        };

        await process.Runner.RunAsync(id, [], default);

        Assert.Empty(world.Outbox(id));
        Assert.Equal(2, world.Chat.In("console:marketing").Count());
        Assert.Equal(world.Timeline(id).Count, world.Handoff(id).Version);
    }

    [Fact]
    public async Task Feedback_goes_into_one_thread_a_campaign_and_stays_up_to_date()
    {
        var (one, other) = (await world.OfferAsync(), await world.OfferAsync(A.Lead("2", "b@c.example")));
        var none = await world.OfferAsync(A.Lead("3", "c@c.example") with { Campaign = null });
        foreach (var id in new[] { one, other, none })
        {
            await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
            await world.DeliverAsync(id);
        }

        var marketing = world.Chat.In("console:marketing").ToList();
        Assert.Equal([CardKind.FeedbackThread, CardKind.Feedback, CardKind.Feedback, CardKind.FeedbackThread, CardKind.Feedback], marketing.Select(m => m.Card.Kind));
        Assert.Equal([null, marketing[0].Id, marketing[0].Id, null, marketing[3].Id], marketing.Select(m => m.ThreadId));
        Assert.Equal(one, world.Threads.About[(marketing[1].Place, marketing[1].Id)]);

        Assert.NotEmpty(marketing[1].Card.Actions);
        await world.DoAsync(one, new Intent.Contest("They are big."), Mika);
        await world.DeliverAsync(one);
        Assert.Empty(marketing[1].Card.Actions);
        Assert.Equal(world.Handoff(one).CardVersion, marketing[1].Card.Version);
    }

    [Fact]
    public async Task A_lead_of_another_channel_is_shown_there_and_its_old_card_says_so()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.PassOn(null, "field"), Aoi);
        await world.DeliverAsync(id);

        Assert.Equal(["console:sales", "console:field"], world.Chat.Messages.Select(m => m.Place.ToString()));
        Assert.All(world.Chat.Messages, m => Assert.Equal(world.Handoff(id).CardVersion, m.Card.Version));
    }

    [Fact]
    public async Task A_person_who_asked_not_to_be_contacted_is_remembered()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("do_not_contact"), Aoi);
        await world.DeliverAsync(id);

        Assert.True(world.Leads.LookUp("web", "2", A.Lead().Contact.Email).Suppressed);
    }

    [Fact]
    public async Task The_persons_next_lead_is_new_while_the_handoff_is_closed_and_a_repeat_once_it_is_open_again()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(id);
        Assert.False(world.Leads.LookUp("web", "2", A.Lead().Contact.Email).CurrentLives);

        await world.DoAsync(id, new Intent.Undo(), Aoi);
        await world.DeliverAsync(id);

        Assert.Equal((id, true), world.Leads.LookUp("web", "2", A.Lead().Contact.Email) is var traces ? (traces.Current, traces.CurrentLives) : default);
    }

    [Fact]
    public async Task A_handoff_that_opens_again_does_not_take_the_person_from_another_one()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(id);
        var second = await world.OfferAsync(A.Lead("2"));

        await world.DoAsync(id, new Intent.Undo(), Aoi);
        await world.DeliverAsync(id);

        Assert.Equal(second, world.Leads.LookUp("web", "2", A.Lead().Contact.Email).Current);
    }

    [Fact]
    public async Task A_handoff_that_opens_again_does_not_take_the_person_from_one_that_is_just_coming()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(id);
        var (email, coming) = (A.Lead().Contact.Email!.Value, HandoffId.For("web", "coming"));
        Assert.True(world.Leads.Claim(new PersonClaim(email, null, coming), world.Leads.LookUp("web", "2", email).CurrentTag));

        await world.DoAsync(id, new Intent.Undo(), Aoi);
        await world.DeliverAsync(id);

        Assert.Equal((coming, true), world.Leads.LookUp("web", "2", email) is var traces ? (traces.Current, traces.CurrentLives) : default);
    }

    [Fact]
    public async Task An_erased_handoff_keeps_nobody_whom_it_was_mistaken_for_before()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DoAsync(id, new Intent.Undo(), Aoi);
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DoAsync(id, new Intent.Resubmit(new LeadFix(Email: EmailAddress.Parse("other@example.com"))), Mika);
        await world.DeliverAsync(id);
        await world.DoAsync(id, new Intent.Erase(), Person.Baton);
        await world.DeliverAsync(id);

        var next = await world.OfferAsync(A.Lead("2"));

        Assert.Equal(HandoffState.Offered, world.Handoff(next).State);
        Assert.Equal((next, true), world.Leads.LookUp("web", "2", A.Lead().Contact.Email) is var traces ? (traces.Current, traces.CurrentLives) : default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lead_whose_address_is_mended_is_found_under_it_whatever_else_is_known_of_that_person(bool isSuppressed)
    {
        var other = EmailAddress.Parse("other@example.com");
        await world.OfferAsync(A.Lead("2") with { Contact = A.Lead().Contact with { Email = other } });
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DoAsync(id, new Intent.Resubmit(new LeadFix(Email: other)), Mika);
        if (isSuppressed) world.Leads.Suppress(other);
        await world.DeliverAsync(id);

        Assert.Contains(id, world.Leads.Of(c => c.Email == other));
    }

    [Fact]
    public async Task A_recycled_lead_is_a_new_handoff_on_its_date()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);
        await world.DoAsync(id, new Intent.Recycle("bad_timing"), Aoi);

        await world.PassAsync(TimeSpan.FromDays(61));

        var next = world.Handoff(world.Handoff(id).FollowedBy!.Value);
        Assert.Equal((2, id), (next.Round, next.Follows));
        Assert.Equal(2, world.Chat.In("console:sales").Count(m => m.Card.Kind == CardKind.Handoff));
        Assert.Equal(world.Handoff(id).ComesBackOn, next.Milestones.Created);
        Assert.True(world.Leads.LookUp("web", "2", A.Lead().Contact.Email).CurrentLives);
        Assert.Equal(2, world.Handoffs.Ids.Count);
    }

    [Fact]
    public async Task A_recycled_lead_whose_person_is_back_already_is_shown_there_and_not_twice()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);
        await world.DoAsync(id, new Intent.Recycle("bad_timing"), Aoi);
        await world.PassAsync(TimeSpan.FromDays(59));
        var second = await world.OfferAsync(A.Lead("2"));

        await world.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal([id, second], world.Handoffs.Ids);
        Assert.Equal(1, world.Handoff(second).Repeats);
    }

    [Fact]
    public async Task A_recycled_lead_whose_person_asked_not_to_be_contacted_does_not_come_back()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);
        await world.DoAsync(id, new Intent.Recycle("bad_timing"), Aoi);
        world.Leads.Suppress(A.Lead().Contact.Email!.Value);

        await world.PassAsync(TimeSpan.FromDays(61));

        Assert.Equal([id], world.Handoffs.Ids);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public void Every_effect_of_the_hierarchy_is_known_to_the_outbox() =>
        Assert.Equal(
            ["CallHook", "Claim", "Feedback", "Nudge", "OfferAgain", "RecordFact", "ShowCard", "Suppress", "Tell"],
            typeof(Effect).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Effect))).Select(t => t.Name).Order());
}
