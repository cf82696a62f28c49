using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class TakingTests
{
    [Fact]
    public void Two_quick_clicks_do_not_both_win()
    {
        var taken = A.Handoff().AcceptedBy(Aoi);

        var loser = taken.Refuses<Refusal.AlreadyTaken>(Ben, new Intent.Accept());

        Assert.Equal((Aoi.Email, taken.Now), (loser.By, loser.At));
        Assert.Equal(Aoi.Email, taken.Handoff.Owner);
        taken.Refuses<Refusal.AlreadyYours>(Aoi, new Intent.Accept());
    }

    [Fact]
    public void An_offer_to_one_person_is_kept_for_that_person_and_managers()
    {
        var offered = A.Handoff().Does(Noor, new Intent.Assign(Aoi.Email));

        Assert.Equal(Aoi.Email, offered.Refuses<Refusal.OfferedToSomeoneElse>(Ben, new Intent.Accept()).To);
        Assert.Equal(Noor.Email, offered.AcceptedBy(Noor).Handoff.Owner);
        Assert.Equal(Aoi.Email, offered.AcceptedBy(Aoi).Handoff.Owner);
    }

    [Fact]
    public void Somebody_of_another_pool_or_role_is_told_so()
    {
        Assert.Equal("sales", A.Handoff().Refuses<Refusal.NotYourPool>(Cleo, new Intent.Accept()).Pool);
        Assert.Equal("rep", A.Handoff().Refuses<Refusal.NotYourRole>(Mika, new Intent.Accept()).Needed);
        Assert.Equal("rep", A.Handoff().Refuses<Refusal.NotYourRole>(Stranger, new Intent.Accept()).Needed);
    }

    [Fact]
    public void An_account_owner_is_asked_before_the_pool_if_that_is_somebody_who_takes_leads()
    {
        Assert.Equal(Ben.Email, A.Handoff(A.Lead() with { Owner = Ben.Email }).Handoff.OfferedTo);
        Assert.Null(A.Handoff(A.Lead() with { Owner = Mika.Email }).Handoff.OfferedTo);
        Assert.Null(A.Handoff(A.Lead() with { Owner = Stranger.Email }).Handoff.OfferedTo);
        Assert.Null(A.Handoff(A.IncompleteLead() with { Owner = Ben.Email }).Handoff.OfferedTo);
    }

    [Fact]
    public void A_fixed_lead_asks_the_same_account_owner_as_a_complete_one()
    {
        Assert.Equal(Ben.Email, A.Handoff(A.IncompleteLead() with { Owner = Ben.Email }).FixedBy(Mika).Handoff.OfferedTo);
        Assert.Null(A.Handoff(A.IncompleteLead() with { Owner = Mika.Email }).FixedBy(Mika).Handoff.OfferedTo);
    }

    [Fact]
    public void A_reason_must_be_of_the_catalogue() =>
        Assert.Equal(17, A.Handoff().Refuses<Refusal.UnknownReason>(Aoi, new Intent.Reject("no_need")).Known.Count);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void The_reason_other_says_nothing_without_a_comment(string? comment)
    {
        A.Handoff().Refuses<Refusal.CommentMissing>(Aoi, new Intent.Reject("other", comment));

        Assert.Equal("Odd", A.Handoff().RejectedBy(Aoi, "other", " Odd ").Handoff.Reason!.Comment);
    }

    [Theory]
    [InlineData("cleo@baton.example")]
    [InlineData(" cleo fry ")]
    public void A_lead_rejected_as_wrong_owner_is_offered_to_the_right_one_in_that_ones_channel(string rightOne)
    {
        var rerouted = A.Handoff().RejectedBy(Aoi, "wrong_owner", null, rightOne);

        Assert.Equal((HandoffState.Offered, Cleo.Email, "console:field"), (rerouted.Handoff.State, rerouted.Handoff.OfferedTo, rerouted.Handoff.Route.Sales.ToString()));
        Assert.Equal(["Received", "Rejected", "Reoffered"], rerouted.Timeline.Select(e => e.GetType().Name));
        Assert.Contains(Aoi.Email, rerouted.Handoff.Without);
    }

    [Fact]
    public void A_wrong_owner_whom_nobody_knows_is_asked_again()
    {
        Assert.Equal("Nobody", A.Handoff().Refuses<Refusal.UnknownPerson>(Aoi, new Intent.Reject("wrong_owner", null, " Nobody ")).Given);
        A.Handoff().Refuses<Refusal.UnknownPerson>(Aoi, new Intent.Reject("wrong_owner", null, "mika@baton.example"));
        Assert.Equal(HandoffState.Rejected, A.Handoff().RejectedBy(Aoi, "wrong_owner").Handoff.State);
        Assert.Equal(HandoffState.Rejected, A.Handoff().RejectedBy(Aoi, "wrong_owner", null, "aoi@baton.example").Handoff.State);
    }

    [Fact]
    public void What_asked_not_to_be_contacted_can_neither_be_taken_back_nor_offered_again()
    {
        var suppressed = A.Handoff().RejectedBy(Aoi, "do_not_contact");

        suppressed.Refuses<Refusal.Suppressed>(Aoi, new Intent.Undo());
        suppressed.Refuses<Refusal.Suppressed>(Mika, new Intent.Contest("Please."));
        suppressed.Refuses<Refusal.Suppressed>(Mika, Acts.All["Resubmit"].Intent);
    }

    [Fact]
    public void An_acceptance_is_taken_back_by_its_maker_only_and_not_after_the_first_touch()
    {
        var accepted = A.Handoff().AcceptedBy(Aoi);

        accepted.Refuses<Refusal.NothingToUndo>(Ben, new Intent.Undo());
        accepted.Refuses<Refusal.NothingToUndo>(Noor, new Intent.Undo());
        accepted.TouchedBy(Aoi).Refuses<Refusal.NothingToUndo>(Aoi, new Intent.Undo());
        var undone = accepted.UndoneBy(Aoi).Handoff;
        Assert.Equal((HandoffState.Offered, null), (undone.State, undone.Owner));
        Assert.Null(undone.Milestones.Accepted);
    }

    [Fact]
    public void A_rejection_taken_back_gives_the_lead_to_who_had_it_and_that_can_be_taken_back_too()
    {
        var undone = A.Handoff().AcceptedBy(Aoi).After(TimeSpan.FromMinutes(5)).RejectedBy(Aoi).UndoneBy(Aoi);

        Assert.Equal((HandoffState.Accepted, Aoi.Email, null), (undone.Handoff.State, undone.Handoff.Owner, undone.Handoff.Reason));
        Assert.NotNull(undone.Handoff.Milestones.Accepted);
        Assert.Null(undone.Handoff.Milestones.Rejected);
        Assert.Equal(HandoffState.Offered, undone.UndoneBy(Aoi).Handoff.State);
    }

    [Fact]
    public void A_rejection_can_be_taken_back_while_marketing_contests_it_and_then_nothing_is_left_to_decide()
    {
        var undone = Stories.Contested.UndoneBy(Aoi);

        Assert.Equal((HandoffState.Offered, true), (undone.Handoff.State, undone.Handoff.Contest!.Upheld));
        undone.Refuses<Refusal.NoContest>(Noor, new Intent.DecideContest(false));
    }

    [Fact]
    public void Nothing_can_be_taken_back_once_somebody_else_has_acted_on_it()
    {
        A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.PassOn(Ben.Email)).Refuses<Refusal.NothingToUndo>(Aoi, new Intent.Undo());
        Stories.Contested.Does(Noor, new Intent.DecideContest(true)).Refuses<Refusal.NothingToUndo>(Aoi, new Intent.Undo());
        Stories.Rejected.FixedBy(Mika).Refuses<Refusal.NothingToUndo>(Aoi, new Intent.Undo());
    }

    [Fact]
    public void An_acknowledgement_during_resolution_does_not_reopen()
    {
        foreach (var story in new[] { Stories.Rejected, Stories.Recycled, Stories.Disqualified })
        {
            var read = story.After(TimeSpan.FromHours(1)).Does(Mika, new Intent.Acknowledge());

            Assert.Equal(story.Handoff.State, read.Handoff.State);
            Assert.Equal(story.Handoff.Clocks, read.Handoff.Clocks);
            Assert.Equal(Mika.Email, read.Refuses<Refusal.AlreadyDecided>(Noor, new Intent.Acknowledge()).By);
        }
    }

    [Fact]
    public void Each_reason_that_sales_gives_can_be_acknowledged_anew()
    {
        var read = Stories.Rejected.Does(Mika, new Intent.Acknowledge());

        Assert.Null(read.UndoneBy(Aoi).Handoff.AcknowledgedBy);
        Assert.Null(read.FixedBy(Mika).Handoff.AcknowledgedBy);
        Assert.Null(read.ContestedBy(Mika).Does(Noor, new Intent.DecideContest(true)).Handoff.AcknowledgedBy);
        Assert.Null(read.UndoneBy(Aoi).RejectedBy(Aoi).Handoff.AcknowledgedBy);
    }
}
