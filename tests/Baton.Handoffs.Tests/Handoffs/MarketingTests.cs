using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class MarketingTests
{
    [Fact]
    public void A_contest_that_is_upheld_offers_the_lead_again()
    {
        var upheld = Stories.Contested.Does(Noor, new Intent.DecideContest(true, "They are right."));

        Assert.Equal((HandoffState.Offered, true, null), (upheld.Handoff.State, upheld.Handoff.Contest!.Upheld, upheld.Handoff.Reason));
        Assert.Null(upheld.Handoff.Milestones.Rejected);
        Assert.Equal(ReofferCause.ContestUpheld, Assert.IsType<HandoffEvent.Reoffered>(upheld.Timeline[^1]).Cause);
    }

    [Fact]
    public void A_contest_that_is_dismissed_lets_the_rejection_stand_and_cannot_be_raised_again()
    {
        var dismissed = Stories.Contested.Does(Noor, new Intent.DecideContest(false));

        Assert.Equal((HandoffState.Rejected, false), (dismissed.Handoff.State, dismissed.Handoff.Contest!.Upheld));
        Assert.NotNull(dismissed.Handoff.Reason);
        dismissed.Refuses<Refusal.AlreadyDecided>(Mika, new Intent.Contest("Still."));
        dismissed.Refuses<Refusal.NoContest>(Noor, new Intent.DecideContest(true));
    }

    [Fact]
    public void A_contest_needs_its_reason_and_a_manager_decides()
    {
        Stories.Rejected.Refuses<Refusal.CommentMissing>(Mika, new Intent.Contest(" "));
        Assert.Equal("manager", Stories.Contested.Refuses<Refusal.NotYourRole>(Mika, new Intent.DecideContest(true)).Needed);
        Assert.Equal("marketer", Stories.Rejected.Refuses<Refusal.NotYourRole>(Aoi, new Intent.Contest("No.")).Needed);
    }

    [Fact]
    public void A_new_rejection_can_be_contested_anew() =>
        Assert.Null(Stories.Contested.Does(Noor, new Intent.DecideContest(true)).RejectedBy(Ben).ContestedBy(Mika).Handoff.Contest!.Upheld);

    [Fact]
    public void A_contest_that_marketing_settles_by_fixing_the_lead_is_open_no_longer()
    {
        Assert.Null(Stories.Contested.FixedBy(Mika).Handoff.Contest);
        Assert.False(Stories.Contested.Does(Noor, new Intent.DecideContest(false)).FixedBy(Mika).Handoff.Contest!.Upheld);
    }

    [Fact]
    public void A_fixed_lead_is_offered_with_a_whole_accept_clock_and_its_contact_clock_goes_on()
    {
        var hour = TimeSpan.FromHours(1);
        var fixedOne = A.Handoff().After(hour).RejectedBy(Aoi, "missing_data").After(hour).FixedBy(Mika).After(hour);

        Assert.Equal((HandoffState.Offered, "部長", null, null), (fixedOne.Handoff.State, fixedOne.Handoff.Lead.Contact.Title, fixedOne.Handoff.Reason, fixedOne.Handoff.Milestones.Rejected));
        Assert.Equal(hour, fixedOne.Handoff.Clock(ClockKind.Accept)!.Elapsed(fixedOne.Now, fixedOne.Terms.Calendars));
        Assert.Equal(2 * hour, fixedOne.Handoff.Clock(ClockKind.Contact)!.Elapsed(fixedOne.Now, fixedOne.Terms.Calendars));
    }

    [Fact]
    public void A_fixed_lead_may_be_taken_by_whoever_handed_it_back_and_is_no_further_hop()
    {
        var handedBack = A.Handoff().Until(A.Morning.AddHours(6)).AcceptedBy(Aoi).Does(Aoi, new Intent.HandBack("No phone."));
        Assert.Equal((1, true), (handedBack.Handoff.Hops, handedBack.Handoff.Without.Contains(Aoi.Email)));

        var mended = handedBack.RejectedBy(Ben, "bad_contact_data").FixedBy(Mika);

        Assert.Equal((0, Aoi.Email), (mended.Handoff.Hops, mended.AcceptedBy(Aoi).Handoff.Owner));
    }

    [Fact]
    public void A_returned_lead_is_handed_over_when_it_is_fixed_and_not_before()
    {
        var returned = Stories.Returned;

        Assert.Equal(["contact.title"], returned.Handoff.Missing);
        Assert.Empty(returned.Handoff.Clocks);
        Assert.Null(returned.Handoff.Milestones.Offered);
        Assert.Equal(["contact.title"], returned.Refuses<Refusal.StillMissing>(Mika, new Intent.Resubmit(new LeadFix(Phone: "1"))).Fields);
        returned.Refuses<Refusal.NothingFixed>(Mika, new Intent.Resubmit(new LeadFix()));
        var offered = returned.After(TimeSpan.FromHours(1)).FixedBy(Mika);
        Assert.Empty(offered.Handoff.Missing);
        Assert.Equal(offered.Now, offered.Handoff.Milestones.Offered);
        Assert.Equal(2, offered.Handoff.Clocks.Count);
    }

    [Fact]
    public void Handed_over_is_the_first_offer_whatever_comes_later() =>
        Assert.Equal(A.Morning, A.Handoff().After(TimeSpan.FromHours(1)).RejectedBy(Aoi).FixedBy(Mika).Handoff.Milestones.Offered);

    [Fact]
    public void A_remark_counts_once_however_often_it_is_delivered()
    {
        var story = A.Handoff().Does(Mika, new Intent.Remark("One", "m1")).Does(Mika, new Intent.Remark("One", "m1")).Does(Mika, new Intent.Remark(" ", "m2"));

        Assert.Equal(2, story.Timeline.Count);
        Assert.Equal(story.Handoff.CardVersion, A.Handoff().Handoff.CardVersion);
    }

    [Fact]
    public void A_lead_that_comes_again_counts_once_and_shows_what_is_new()
    {
        var again = new Intent.Repeat("web", "7", [new Engagement(A.Morning, "page", "Pricing")]);
        var story = A.Handoff().Does(Person.Baton, again).Does(Person.Baton, again);

        Assert.Equal((1, 2), (story.Handoff.Repeats, story.Handoff.Lead.Engagements.Count));
        Assert.Equal(2, story.Does(Person.Baton, again with { ExternalId = "8" }).Handoff.Repeats);
    }

    [Fact]
    public void Somebody_who_comes_every_day_does_not_make_the_handoff_grow_for_ever()
    {
        var story = A.Handoff();
        for (var day = 1; day <= 30; day++)
        {
            story = story.Does(Person.Baton, new Intent.Repeat("web", $"{day}", [.. Enumerable.Range(0, 10).Select(i => new Engagement(A.Morning, "page", $"{day}/{i}"))]));
        }

        Assert.Equal(200, story.Handoff.Lead.Engagements.Count);
        Assert.Equal("30/9", story.Handoff.Lead.Engagements[^1].What);
    }
}
