using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class LadderTests
{
    // The accept clock has four hours: half of them are over at noon, all at two, half as many again at four.
    private static readonly DateTimeOffset Noon = A.Morning.AddHours(2);
    private static readonly DateTimeOffset Two = A.Morning.AddHours(4);
    private static readonly DateTimeOffset Four = A.Morning.AddHours(6);

    // The configured steps, the last time that managers were asked, and the next.
    private const int LongestLadder = 6;

    private static Baton.Handoffs.Handoffs.Deciding.Terms LeftOver => A.Terms() with { FallbackOwner = null, HopLimit = 0 };

    [Fact]
    public void The_ladder_nudges_the_pool_then_the_manager_too_then_moves_the_lead_on()
    {
        var steps = A.Handoff().Until(Four).Timeline.OfType<HandoffEvent.StepReached>();

        Assert.Equal(
            [(Noon, 50, LadderAction.NudgeOwner), (A.Morning.AddHours(3.2), 80, LadderAction.NudgeOwner), (Two, 100, LadderAction.NudgeOwnerAndManager), (Four, 150, LadderAction.ReturnToPool)],
            steps.Where(s => s.Clock == ClockKind.Accept).Select(s => (s.At, s.Percent, s.Action)));
    }

    [Fact]
    public void What_one_person_lets_run_out_goes_back_to_the_pool_without_that_person()
    {
        var moved = A.Handoff(A.Lead() with { Owner = Aoi.Email }).Until(Four);

        Assert.Equal((HandoffState.Offered, null, 1), (moved.Handoff.State, moved.Handoff.OfferedTo, moved.Handoff.Hops));
        moved.Refuses<Refusal.HadYourTurn>(Aoi, new Intent.Accept());
        moved.AcceptedBy(Ben);
    }

    [Fact]
    public void Whoever_comes_next_gets_the_whole_target()
    {
        var moved = A.Handoff().Until(Four);

        Assert.Equal(TimeSpan.Zero, moved.Handoff.Clock(ClockKind.Accept)!.Elapsed(moved.Now, moved.Terms.Calendars));
        Assert.Empty(moved.Handoff.Clock(ClockKind.Accept)!.StepsDone);
        Assert.Equal(TimeSpan.FromHours(6), moved.Handoff.Clock(ClockKind.Contact)!.Elapsed(moved.Now, moved.Terms.Calendars));
    }

    [Fact]
    public void After_the_hop_limit_the_named_fallback_owner_gets_it_and_keeps_it()
    {
        var story = A.Handoff().Until(A.Morning.AddDays(30));

        Assert.Equal([ReofferCause.LadderToPool, ReofferCause.LadderToPool, ReofferCause.Fallback], story.Timeline.OfType<HandoffEvent.Reoffered>().Select(e => e.Cause));
        Assert.Equal(Quin.Email, story.Handoff.OfferedTo);
        Assert.Equal(Quin.Email, story.AcceptedBy(Quin).Handoff.Owner);
    }

    [Fact]
    public void Without_a_fallback_owner_it_stays_with_the_pool_and_the_managers_are_told()
    {
        var story = A.Handoff(A.Terms() with { FallbackOwner = null, HopLimit = 0 }).Until(Four);

        Assert.DoesNotContain(story.Timeline, e => e is HandoffEvent.Reoffered);
        var last = Assert.IsType<HandoffEvent.StepReached>(story.Timeline.Last(e => e is HandoffEvent.StepReached { Clock: ClockKind.Accept }));
        var told = EffectsOf.Commit(Fold.Apply(A.Handoff().Handoff, last), [last], story.Terms).OfType<Effect.Nudge>();
        Assert.Equal([Noor.Email, Otto.Email], told.Select(n => n.Recipient!.Value).Order(Comparer<EmailAddress>.Create((x, y) => string.CompareOrdinal(x.Value, y.Value))));
    }

    [Fact]
    public void At_the_hop_limit_without_a_fallback_owner_managers_are_asked_every_working_day_until_somebody_decides()
    {
        // From Tuesday to the Wednesday of the week after, over a weekend and Monday's holiday.
        var story = A.Handoff(LeftOver).Until(Four.AddDays(8));

        var asked = story.Timeline.OfType<HandoffEvent.StepReached>().Where(s => s is { Clock: ClockKind.Accept, Action: LadderAction.ManagerAskedAgain }).ToList();
        Assert.Equal([Four.AddDays(1), Four.AddDays(2), Four.AddDays(3), Four.AddDays(7), Four.AddDays(8)], asked.Select(s => s.At));
        Assert.All(asked, step => Assert.Equal(
            [Noor.Email, Otto.Email],
            EffectsOf.Commit(story.Handoff, [step], story.Terms).OfType<Effect.Nudge>().Where(n => n.AsManager).Select(n => n.Recipient!.Value).OrderBy(e => e.Value, StringComparer.Ordinal)));
        Assert.InRange(story.Handoff.Clock(ClockKind.Accept)!.Ladder.Count, 1, LongestLadder);
        Assert.InRange(story.Handoff.Clock(ClockKind.Accept)!.StepsDone.Count, 1, LongestLadder);

        var decided = story.Does(Noor, new Intent.Assign(Ben.Email)).AcceptedBy(Ben).Until(Four.AddDays(20));
        Assert.Equal(asked.Count, decided.Timeline.Count(e => e is HandoffEvent.StepReached { Action: LadderAction.ManagerAskedAgain }));
    }

    [Fact]
    public void Whoever_was_down_for_weeks_asks_managers_once_and_then_daily_again()
    {
        var late = A.Handoff(LeftOver).Until(Four).At(Four.AddDays(27)).WokenUp();

        Assert.Single(late.Timeline, e => e is HandoffEvent.StepReached { Action: LadderAction.ManagerAskedAgain });
        Assert.Equal(late.Timeline.Count, late.WokenUp().Timeline.Count);
        Assert.Equal(Four.AddDays(28), late.Handoff.Clock(ClockKind.Accept)!.NextStep(late.Terms.Calendars)?.At);
    }

    [Fact]
    public void A_fallback_owner_who_is_named_later_gets_what_managers_were_asked_about()
    {
        var story = A.Handoff(LeftOver).Until(Four).Under(A.Terms() with { HopLimit = 0 }).Until(Four.AddDays(1));

        Assert.Equal(Quin.Email, story.Handoff.OfferedTo);
        Assert.DoesNotContain(story.Handoff.Clock(ClockKind.Accept)!.Ladder, s => s.Action == LadderAction.ManagerAskedAgain);
    }

    [Fact]
    public void What_is_paused_asks_no_manager()
    {
        var story = A.Handoff(LeftOver).Until(Four).Does(Noor, new Intent.Pause("Fair")).Until(Four.AddDays(10));

        Assert.DoesNotContain(story.Timeline, e => e is HandoffEvent.StepReached { Action: LadderAction.ManagerAskedAgain });
    }

    [Fact]
    public void A_manager_who_has_the_lead_hears_of_a_step_once()
    {
        var story = A.Handoff().AcceptedBy(Otto);
        var step = new HandoffEvent.StepReached(story.Now, Baton.Handoffs.People.Person.Baton.Email, ClockKind.Contact, 100, LadderAction.NudgeOwnerAndManager);

        var told = EffectsOf.Commit(Fold.Apply(story.Handoff, step), [step], story.Terms).OfType<Effect.Nudge>();

        Assert.Equal([(Otto.Email, false), (Noor.Email, true)], told.Select(n => (n.Recipient!.Value, n.AsManager)));
    }

    [Fact]
    public void A_returning_rep_is_not_flooded_to_catch_up()
    {
        // The process was down from the first step to long after the last.
        var story = Stories.Contacted.At(A.Morning.AddDays(60)).WokenUp();

        var caughtUp = Assert.Single(story.Timeline.OfType<HandoffEvent.StepReached>());
        Assert.Equal((ClockKind.Outcome, 150, LadderAction.ManagerDecides), (caughtUp.Clock, caughtUp.Percent, caughtUp.Action));
        Assert.Equal(story.Timeline.Count, story.WokenUp().Timeline.Count);
    }

    [Fact]
    public void A_lead_older_than_any_window_is_still_offered_and_woken()
    {
        foreach (var age in new[] { TimeSpan.FromDays(10), TimeSpan.FromDays(400), TimeSpan.FromDays(9000) })
        {
            var old = A.Handoff(A.Lead() with { QualifiedAt = A.Morning - age });

            // Nobody is nudged about time that was not theirs.
            Assert.Empty(old.WokenUp().Timeline.OfType<HandoffEvent.StepReached>());
            Assert.Equal(Noon, NextWake.Of(old.Handoff, old.Terms.Calendars));

            // Once somebody has it, its first contact is asked for like any other's.
            var steps = old.AcceptedBy(Aoi).Until(A.Morning.AddDays(14)).Timeline.OfType<HandoffEvent.StepReached>().ToList();
            Assert.Equal(
                [LadderAction.NudgeOwner, LadderAction.NudgeOwner, LadderAction.NudgeOwnerAndManager, LadderAction.ManagerDecides],
                steps.Select(s => s.Action));
        }
    }

    [Fact]
    public void Steps_that_were_due_before_sales_could_see_a_lead_are_settled_and_the_others_are_not()
    {
        // Thirty-four hours of weekdays are behind it: 141 %.
        var late = A.Handoff(A.Lead() with { QualifiedAt = A.Morning.AddDays(-3) }).AcceptedBy(Aoi);

        Assert.Empty(late.WokenUp().Timeline.OfType<HandoffEvent.StepReached>());
        Assert.Equal([150], late.Until(A.Morning.AddDays(2)).Timeline.OfType<HandoffEvent.StepReached>().Select(s => s.Percent));
    }

    [Fact]
    public void An_old_lead_that_is_passed_on_keeps_its_place_on_the_ladder()
    {
        var story = A.Handoff(A.Lead() with { QualifiedAt = A.Morning.AddDays(-30) }).AcceptedBy(Aoi).Until(A.Morning.AddHours(13));
        var reached = Assert.Single(story.Timeline.OfType<HandoffEvent.StepReached>());

        var passed = story.Does(Aoi, new Intent.PassOn(Ben.Email)).AcceptedBy(Ben);

        Assert.Contains(reached.Percent, passed.Handoff.Clock(ClockKind.Contact)!.StepsDone);
        Assert.Empty(passed.WokenUp().Timeline.OfType<HandoffEvent.StepReached>().Skip(1));
        Assert.Equal(3, passed.Until(A.Morning.AddDays(14)).Timeline.OfType<HandoffEvent.StepReached>().Count(s => s.Clock == ClockKind.Contact) - 1);
    }

    [Fact]
    public void What_is_given_to_somebody_after_its_whole_ladder_is_asked_for_anew()
    {
        var given = A.Handoff(LeftOver).Until(Four.AddDays(8)).Does(Noor, new Intent.Assign(Ben.Email));

        var steps = given.Until(Four.AddDays(10)).Timeline.Skip(given.Timeline.Count).OfType<HandoffEvent.StepReached>();

        Assert.Equal(
            [LadderAction.NudgeOwner, LadderAction.NudgeOwner, LadderAction.NudgeOwnerAndManager, LadderAction.ReturnToPool, LadderAction.ManagerAskedAgain],
            steps.Where(s => s.Clock == ClockKind.Accept).Select(s => s.Action));
        Assert.True(given.Handoff.Clock(ClockKind.Accept)!.Elapsed(given.Now, given.Terms.Calendars) > given.Handoff.Clock(ClockKind.Accept)!.Target);
    }

    [Fact]
    public void What_was_paused_after_its_whole_ladder_is_asked_for_once_it_goes_on()
    {
        var given = A.Handoff(LeftOver).Until(Four.AddDays(8)).Does(Noor, new Intent.Pause("Fair")).Does(Noor, new Intent.Assign(Ben.Email));
        Assert.Null(NextWake.Of(given.Handoff, given.Terms.Calendars));

        var resumed = given.After(TimeSpan.FromDays(1)).Does(Noor, new Intent.Resume());

        Assert.Equal(LadderAction.NudgeOwner, resumed.Handoff.Clock(ClockKind.Accept)!.NextStep(resumed.Terms.Calendars)?.Step.Action);
    }

    [Fact]
    public void What_is_taken_after_its_whole_contact_ladder_is_asked_for_anew()
    {
        foreach (var late in new[] { A.Handoff().Until(A.Morning.AddDays(3)).AcceptedBy(Quin), A.Handoff().AcceptedBy(Aoi).Until(A.Morning.AddDays(7)).Does(Noor, new Intent.Assign(Ben.Email)).AcceptedBy(Ben) })
        {
            var steps = late.Until(A.Morning.AddDays(30)).Timeline.Skip(late.Timeline.Count).OfType<HandoffEvent.StepReached>();

            Assert.Equal(
                [(ClockKind.Contact, LadderAction.NudgeOwner), (ClockKind.Contact, LadderAction.NudgeOwner), (ClockKind.Contact, LadderAction.NudgeOwnerAndManager), (ClockKind.Contact, LadderAction.ManagerDecides)],
                steps.Select(s => (s.Clock, s.Action)));
        }
    }

    [Fact]
    public void What_is_paused_climbs_no_ladder()
    {
        var paused = A.Handoff().Does(Noor, new Intent.Pause("Away"));

        Assert.Null(NextWake.Of(paused.Handoff, paused.Terms.Calendars));
        Assert.Equal(paused.Timeline.Count, paused.At(A.Morning.AddDays(90)).WokenUp().Timeline.Count);
    }

    [Fact]
    public void A_ladder_that_moves_what_was_accepted_takes_it_from_its_owner()
    {
        var sla = A.Sla(new SlaOptions { Contact = new ClockRules { Target = "2 hours", Calendar = "business", Ladder = ["100 owner", "150 pool"] } });

        var moved = A.Handoff(A.Terms(sla)).AcceptedBy(Aoi).Until(A.Morning.AddHours(3));

        Assert.Equal((HandoffState.Offered, null), (moved.Handoff.State, moved.Handoff.Owner));
        moved.Refuses<Refusal.HadYourTurn>(Aoi, new Intent.Accept());
    }

    [Fact]
    public void A_hot_lead_has_half_an_hour() =>
        Assert.Equal(A.Morning.AddMinutes(15), NextWake.Of(A.Handoff(A.Lead() with { Score = 95 }).Handoff, A.Terms().Calendars));
}
