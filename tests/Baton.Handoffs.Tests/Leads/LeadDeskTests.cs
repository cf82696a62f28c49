using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Leads;

public sealed class LeadDeskTests
{
    private static readonly Lead Unqualified = A.Lead() with { Qualified = false };

    private readonly World world = new();

    [Fact]
    public async Task A_qualified_lead_is_offered_and_delivered_at_once()
    {
        var process = world.Start();
        var answer = await process.Leads.TakeAsync(A.Lead(), Api, world.Now, default);

        Assert.Equal((IntakeResult.Offered, false), (answer.Result, answer.Repeated));
        Assert.Equal(HandoffState.Offered, world.Handoff(answer.Handoff!.Value).State);
        Assert.Equal(answer.Handoff.Value, Assert.Single(process.Kicks).Id);
        Assert.Contains(process.Kicks[0].Safety, world.Wakes.All);
    }

    [Fact]
    public async Task Taking_a_lead_is_three_round_trips_in_sequence()
    {
        var process = world.Start();
        await process.Leads.TakeAsync(A.Lead(), Api, world.Now, default);

        // The wake-up is written beside the look-up, and the claim beside the note.
        Assert.Equal(["agenda.add", "index.ofPerson", "index.ofCompany", "index.lookUp", "index.note", "index.claim", "store.commit"], process.Wire.Calls);
    }

    [Fact]
    public async Task Nothing_new_happens_when_the_same_lead_is_sent_again()
    {
        var first = await Take(A.Lead());
        var again = await Take(A.Lead());

        Assert.Equal((IntakeResult.Offered, first.Handoff, true), (again.Result, again.Handoff, again.Repeated));
        Assert.Single(world.Timeline(first.Handoff!.Value));
    }

    [Fact]
    public async Task A_lead_that_is_not_qualified_stays_with_marketing_until_it_is()
    {
        Assert.Equal((IntakeResult.Unqualified, null), await Result(Unqualified));
        Assert.Empty(world.Wakes.All);
        Assert.True((await Take(Unqualified)).Repeated);

        Assert.Equal(IntakeResult.Offered, (await Take(A.Lead())).Result);
        Assert.Equal(IntakeResult.Offered, (await Take(Unqualified)).Result);
    }

    [Fact]
    public async Task A_lead_that_was_returned_is_offered_when_it_is_sent_again_complete()
    {
        var returned = await Take(A.IncompleteLead());
        Assert.Equal(IntakeResult.Returned, returned.Result);
        Assert.Equal((IntakeResult.Returned, true), await Take(A.IncompleteLead()) is var again ? (again.Result, again.Repeated) : default);

        var complete = await Take(A.Lead() with { Need = "A quotation" });

        Assert.Equal((IntakeResult.Offered, returned.Handoff, false), (complete.Result, complete.Handoff, complete.Repeated));
        Assert.Equal("A quotation", world.Handoff(returned.Handoff!.Value).Lead.Need);
        Assert.Equal((IntakeResult.Offered, true), await Take(A.Lead()) is var third ? (third.Result, third.Repeated) : default);
        Assert.Equal(IntakeResult.Offered, (await Take(A.IncompleteLead())).Result);
    }

    [Fact]
    public async Task A_lead_that_marketing_fixed_by_hand_is_answered_as_offered()
    {
        var id = (await Take(A.IncompleteLead())).Handoff!.Value;
        await world.DoAsync(id, new Intent.Resubmit(new LeadFix(Title: "部長")), Mika);

        Assert.Equal((IntakeResult.Offered, id, true), await Take(A.IncompleteLead()) is var it ? (it.Result, it.Handoff, it.Repeated) : default);
    }

    [Fact]
    public async Task A_rejected_lead_is_not_offered_again_just_because_its_system_sends_it_again()
    {
        var id = (await Take(A.IncompleteLead())).Handoff!.Value;
        await Take(A.Lead());
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);

        await Take(A.Lead() with { Need = "Something else" });

        Assert.Equal(HandoffState.Rejected, world.Handoff(id).State);
    }

    [Fact]
    public async Task The_same_person_from_another_source_belongs_to_the_handoff_that_is_open()
    {
        var first = await Take(A.Lead());
        var process = world.Start();
        var second = await process.Leads.TakeAsync(A.Lead("2") with { Source = "web" }, Api, world.Now, default);

        Assert.Equal((IntakeResult.Duplicate, first.Handoff), (second.Result, second.Handoff));
        Assert.Equal(1, world.Handoff(first.Handoff!.Value).Repeats);
        Assert.Single(world.Handoffs.Ids);
        Assert.Equal((IntakeResult.Duplicate, true), await Take(A.Lead("2") with { Source = "web" }) is var again ? (again.Result, again.Repeated) : default);
        Assert.Equal(1, world.Handoff(first.Handoff!.Value).Repeats);
    }

    [Fact]
    public async Task What_lies_with_marketing_is_offered_when_another_source_brings_what_was_missing()
    {
        var first = await world.TakeAsync(A.IncompleteLead() with { Contact = A.IncompleteLead().Contact with { Phone = "03-1" } });
        var web = A.Lead("2") with { Source = "web", Campaign = "Other", Contact = A.Lead().Contact with { Title = "部長", Phone = null }, Engagements = [new Engagement(null, "form", "Quote")] };

        Assert.Equal((IntakeResult.Offered, first), await Result(web));

        var offered = world.Handoff(first);
        Assert.Equal((HandoffState.Offered, 1), (offered.State, offered.Repeats));
        Assert.Equal(("部長", "03-1"), (offered.Lead.Contact.Title, offered.Lead.Contact.Phone));
        Assert.Equal((A.Lead().Source, A.Lead().ExternalId, A.Lead().Campaign), (offered.Lead.Source, offered.Lead.ExternalId, offered.Lead.Campaign));
        Assert.Equal("Quote", offered.Lead.Engagements[^1].What);
        Assert.Equal((IntakeResult.Offered, true), await Take(web) is var again ? (again.Result, again.Repeated) : default);
        Assert.Single(world.Handoffs.Ids);
        await world.DeliverAsync(first);
        Assert.Single(world.Chat.In("console:sales"));
    }

    [Fact]
    public async Task What_lies_with_marketing_stays_there_while_the_same_is_missing()
    {
        var first = await world.TakeAsync(A.IncompleteLead());

        Assert.Equal((IntakeResult.Duplicate, first), await Result(A.IncompleteLead() with { Source = "web" }));
        Assert.Equal((HandoffState.Returned, 1), (world.Handoff(first).State, world.Handoff(first).Repeats));
    }

    [Fact]
    public async Task A_recycled_lead_that_comes_back_completes_what_lies_with_marketing()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);
        await world.DoAsync(id, new Intent.Recycle("bad_timing"), Aoi);
        await world.DeliverAsync(id);
        var other = await world.TakeAsync(A.IncompleteLead() with { Source = "web" });

        await world.PassAsync(TimeSpan.FromDays(70));

        Assert.Contains(world.Timeline(other), e => e is HandoffEvent.Resubmitted);
        Assert.NotEqual(HandoffState.Returned, world.Handoff(other).State);
    }

    [Fact]
    public async Task The_same_person_after_a_handoff_has_closed_is_a_new_one()
    {
        var first = (await Take(A.Lead())).Handoff!.Value;
        await world.DoAsync(first, new Intent.Reject("too_small"), Aoi);

        // Also when nobody has come to release the person yet.
        var second = await Take(A.Lead("2"));

        Assert.Equal(IntakeResult.Offered, second.Result);
        Assert.NotEqual(first, second.Handoff);
    }

    [Fact]
    public async Task Somebody_who_asked_not_to_be_contacted_is_never_offered_again()
    {
        var returned = await Take(A.IncompleteLead());
        world.Leads.Suppress(A.Lead().Contact.Email!.Value);

        Assert.Equal((IntakeResult.Suppressed, null), await Result(A.Lead("2")));
        Assert.Equal((IntakeResult.Suppressed, null), await Result(A.Lead()));
        Assert.Equal(HandoffState.Returned, world.Handoff(returned.Handoff!.Value).State);
    }

    [Fact]
    public async Task A_corrected_address_of_somebody_who_asked_not_to_be_contacted_is_refused()
    {
        var stop = EmailAddress.Parse("stop@nishi-kenzai.example");
        world.Leads.Suppress(stop);
        var id = (await Take(A.Lead() with { Contact = A.Lead().Contact with { Email = null } })).Handoff!.Value;

        var answer = await world.Start().Desk.HandleAsync(id, new Intent.Resubmit(new LeadFix(Email: stop)), Mika, world.Now, default);

        Assert.IsType<Refusal.Suppressed>(Assert.IsType<DeskAnswer.Refused>(answer).Why);
        await world.DoAsync(id, new Intent.Resubmit(new LeadFix(Email: A.Lead().Contact.Email)), Mika);
    }

    [Fact]
    public async Task A_returned_lead_whose_person_sales_has_by_now_belongs_there_when_it_is_complete()
    {
        var noAddress = A.Lead() with { Contact = A.Lead().Contact with { Email = null } };
        await Take(noAddress);
        var other = await Take(A.Lead("2"));

        Assert.Equal((IntakeResult.Duplicate, other.Handoff), await Result(A.Lead()));
    }

    [Fact]
    public async Task A_claim_that_a_crash_left_without_a_handoff_keeps_nobody_out_for_ever()
    {
        // Dies after the claim, before the commit.
        await Assert.ThrowsAsync<ProcessDiedException>(() => world.Start(9).Leads.TakeAsync(A.Lead(), Api, world.Now, default));
        Assert.Empty(world.Handoffs.Ids);

        var second = await Take(A.Lead("2"));
        Assert.Equal(IntakeResult.Offered, second.Result);

        // And the first, sent again, does not take the person from the second.
        Assert.Equal((IntakeResult.Duplicate, second.Handoff), await Result(A.Lead()));
        Assert.Single(world.Handoffs.Ids);
    }

    [Fact]
    public async Task A_claim_that_is_a_moment_ahead_of_its_handoff_is_waited_for()
    {
        var (first, second) = (world.Start(), world.Start());
        Task<LeadAnswer>? other = null;
        var looked = 0;
        first.Wire.Before = call =>
        {
            if (call == "store.commit") other = second.Leads.TakeAsync(A.Lead("2"), Api, world.Now, default);
            return Task.CompletedTask;
        };
        var goOn = new TaskCompletionSource();
        second.Wire.Before = call => call == "index.lookUp" && ++looked == 3 ? goOn.Task : Task.CompletedTask;

        var one = await first.Leads.TakeAsync(A.Lead(), Api, world.Now, default);
        goOn.SetResult();

        Assert.Equal((IntakeResult.Duplicate, one.Handoff), await other! is var two ? (two.Result, two.Handoff) : default);
        Assert.Single(world.Handoffs.Ids);
    }

    public static TheoryData<string> Cases => ["new", "returned", "completed", "duplicate", "closed", "unqualified", "suppressed"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_crash_anywhere_on_the_way_leaves_what_sending_again_takes_up(string which)
    {
        var expected = await Take(await Prepare(world, which));
        for (var point = 1; ; point++)
        {
            var crashing = new World();
            var lead = await Prepare(crashing, which);
            var before = crashing.Handoffs.Ids.Count;
            var process = crashing.Start(point);
            try
            {
                await process.Leads.TakeAsync(lead, Api, crashing.Now, default);
                Assert.True(point > 4);
                return;
            }
            catch (ProcessDiedException)
            {
                var answer = await crashing.Start().Leads.TakeAsync(lead, Api, crashing.Now, default);
                var again = await crashing.Start().Leads.TakeAsync(lead, Api, crashing.Now, default);

                Assert.Equal((point, expected.Result, expected.Handoff), (point, answer.Result, answer.Handoff));
                Assert.Equal((point, expected.Result, expected.Handoff), (point, again.Result, again.Handoff));
                Assert.Equal(world.Handoffs.Ids.Count, crashing.Handoffs.Ids.Count);
                Assert.All(crashing.Handoffs.Ids, id => Assert.Equal(world.Timeline(id).Select(e => e.GetType()), crashing.Timeline(id).Select(e => e.GetType())));
                Assert.True(expected.Handoff is not { } handoff || crashing.Wakes.All.Any(w => w.Id == handoff.Value));
            }
        }
    }

    private static async Task<Lead> Prepare(World world, string which)
    {
        switch (which)
        {
            case "returned": return A.IncompleteLead();
            case "completed":
                await world.TakeAsync(A.IncompleteLead());
                return A.Lead();
            case "duplicate":
                await world.TakeAsync(A.Lead("2"));
                return A.Lead();
            case "closed":
                await world.DoAsync(await world.TakeAsync(A.Lead("2")), new Intent.Reject("too_small"), Aoi);
                return A.Lead();
            case "unqualified": return Unqualified;
            case "suppressed":
                world.Leads.Suppress(A.Lead().Contact.Email!.Value);
                return A.Lead();
            default: return A.Lead();
        }
    }

    private Task<LeadAnswer> Take(Lead lead) => world.Start().Leads.TakeAsync(lead, Api, world.Now, default);

    private async Task<(IntakeResult, HandoffId?)> Result(Lead lead) => await Take(lead) is var it ? (it.Result, it.Handoff) : default;
}
