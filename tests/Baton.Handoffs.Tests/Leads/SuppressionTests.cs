using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Funnel;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Leads;

/// <summary>Who must not be contacted is offered by none of the person's handoffs, whichever of them brought it to light.</summary>
public sealed class SuppressionTests
{
    private readonly World world = new();

    [Theory]
    [InlineData("resubmit")]
    [InlineData("uphold")]
    [InlineData("undo")]
    public async Task An_older_handoff_of_somebody_who_must_not_be_contacted_is_not_offered_again(string how)
    {
        var one = await world.OfferAsync();
        await world.DoAsync(one, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(one);
        await world.DoAsync(one, new Intent.Contest("They grew."), Mika);
        await RejectForGoodAsync(await world.OfferAsync(A.Lead("2")));

        var (intent, who) = how switch
        {
            "resubmit" => ((Intent)new Intent.Resubmit(new LeadFix(Title: "部長")), Mika),
            "uphold" => (new Intent.DecideContest(true), Noor),
            _ => (new Intent.Undo(), Aoi),
        };
        var answer = await world.Start().Desk.HandleAsync(one, intent, who, world.Now, default);

        Assert.IsType<Refusal.Suppressed>(Assert.IsType<DeskAnswer.Refused>(answer).Why);
        Assert.Equal(HandoffState.Rejected, world.Handoff(one).State);
        await world.DoAsync(one, new Intent.DecideContest(false), Noor);
    }

    [Fact]
    public async Task A_returned_lead_of_somebody_who_must_not_be_contacted_cannot_be_fixed()
    {
        var one = await world.TakeAsync(A.IncompleteLead());
        world.Leads.Suppress(A.Lead().Contact.Email!.Value);

        var answer = await world.Start().Desk.HandleAsync(one, new Intent.Resubmit(new LeadFix(Title: "部長")), Mika, world.Now, default);

        Assert.IsType<Refusal.Suppressed>(Assert.IsType<DeskAnswer.Refused>(answer).Why);
    }

    [Fact]
    public async Task What_else_of_the_person_is_on_offer_is_withdrawn_and_says_why()
    {
        var one = await world.OfferAsync();
        await world.DoAsync(one, new Intent.Reject("missing_data"), Aoi);
        await world.DeliverAsync(one);
        var two = await world.OfferAsync(A.Lead("2"));
        await world.DoAsync(one, new Intent.Resubmit(new LeadFix(Title: "部長")), Mika);
        await world.DeliverAsync(one);
        Assert.Equal(HandoffState.Offered, world.Handoff(one).State);

        await RejectForGoodAsync(two);
        await world.DeliverAsync(one);

        var withdrawn = world.Handoff(one);
        Assert.Equal((HandoffState.Withdrawn, "suppressed", Baton.Handoffs.People.Person.Baton.Email), (withdrawn.State, withdrawn.Last.Kind, withdrawn.Last.By));
        Assert.All(withdrawn.Clocks, clock => Assert.True(clock.IsStopped));
        Assert.True(world.Chat.In("console:sales").Any(m => m.Card.AllText().Any(text => text.Contains("この方には連絡できません", StringComparison.Ordinal))), string.Join("\n", world.Chat.In("console:sales").SelectMany(m => m.Card.AllText())));
        Assert.Equal(HandoffState.Rejected, world.Handoff(two).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_was_offered_again_at_the_same_moment_is_withdrawn_when_it_claims_the_person(bool wasKnown)
    {
        var lead = A.Lead();
        var one = await world.OfferAsync(wasKnown ? lead : lead with { Contact = lead.Contact with { Email = null } });
        if (wasKnown)
        {
            await world.DoAsync(one, new Intent.Reject("missing_data"), Aoi);
            await world.DeliverAsync(one);
        }

        await world.DoAsync(one, new Intent.Resubmit(new LeadFix(Email: lead.Contact.Email, Title: "部長")), Mika);
        Assert.Contains(world.Outbox(one), e => e.Effect is Effect.Claim);

        world.Leads.Suppress(A.Lead().Contact.Email!.Value);
        await world.DeliverAsync(one);

        Assert.Equal(HandoffState.Withdrawn, world.Handoff(one).State);
        Assert.Single(world.Timeline(one).OfType<HandoffEvent.Withdrawn>());
    }

    private async Task RejectForGoodAsync(HandoffId id)
    {
        await world.DoAsync(id, new Intent.Reject("do_not_contact"), Aoi);
        await world.DeliverAsync(id);
    }
}
