using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class PassingTests
{
    [Fact]
    public void Whoever_is_given_it_late_has_as_long_to_take_it_as_the_ladder_gives_anybody()
    {
        var late = A.Handoff().Until(A.Morning.AddHours(5.9)).Does(Noor, new Intent.Assign(Ben.Email));

        Assert.Equal(Ben.Email, late.After(TimeSpan.FromMinutes(10)).AcceptedBy(Ben).Handoff.Owner);
        Assert.Equal((Ben.Email, 0), late.Until(late.Now.AddHours(20)) is var kept ? (kept.Handoff.OfferedTo, kept.Handoff.Hops) : default);
        Assert.Equal(ClockStatus.Breached, late.Handoff.Clock(ClockKind.Accept)!.Status(late.Now, late.Terms.Calendars));
        Assert.Equal(1, late.Until(late.Now.AddDays(1)).Handoff.Hops);
    }

    [Fact]
    public void A_lead_is_passed_on_to_a_colleague_who_is_then_asked_alone()
    {
        var passed = A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.PassOn(Ben.Email, null, " Your account "));

        Assert.Equal((HandoffState.Offered, Ben.Email, null), (passed.Handoff.State, passed.Handoff.OfferedTo, passed.Handoff.Owner));
        passed.Refuses<Refusal.OfferedToSomeoneElse>(Aoi, new Intent.Accept());
    }

    [Fact]
    public void A_lead_is_passed_on_to_another_pool_and_shown_in_its_channel()
    {
        var passed = A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.PassOn(null, "field"));

        Assert.Equal(("field", "console:field", null), (passed.Handoff.Route.Pool, passed.Handoff.Route.Sales.ToString(), passed.Handoff.OfferedTo));
        Assert.Equal(Cleo.Email, passed.AcceptedBy(Cleo).Handoff.Owner);
        passed.Refuses<Refusal.NotYourPool>(Ben, new Intent.Accept());
    }

    [Fact]
    public void Nobody_passes_on_to_somebody_who_takes_no_leads_or_to_a_pool_that_is_not_there()
    {
        A.Handoff().Refuses<Refusal.UnknownPerson>(Aoi, new Intent.PassOn(Mika.Email));
        A.Handoff().Refuses<Refusal.UnknownPerson>(Aoi, new Intent.PassOn(Stranger.Email));
        A.Handoff().Refuses<Refusal.UnknownPerson>(Noor, new Intent.Assign(Stranger.Email));
        A.Handoff().Refuses<Refusal.UnknownPerson>(Noor, new Intent.Assign(Mika.Email));
        Assert.Equal("nowhere", A.Handoff().Refuses<Refusal.UnknownPool>(Aoi, new Intent.PassOn(null, "nowhere")).Given);
    }

    [Fact]
    public void Only_who_has_it_and_managers_pass_on_what_somebody_has()
    {
        var accepted = A.Handoff().AcceptedBy(Aoi);

        Assert.Equal(Aoi.Email, accepted.Refuses<Refusal.NotYours>(Ben, new Intent.PassOn(Ben.Email)).Owner);
        Assert.Equal(Aoi.Email, accepted.Refuses<Refusal.NotYours>(Ben, new Intent.HandBack()).Owner);
        accepted.Refuses<Refusal.NotYourRole>(Ben, new Intent.Assign(Ben.Email));
        accepted.Does(Noor, new Intent.Assign(Ben.Email));
    }

    [Theory]
    [InlineData("en", "time ran out")]
    [InlineData("ja", "期限")]
    public void Who_gave_a_lead_back_in_time_is_not_told_that_time_ran_out(string locale, string reproach)
    {
        var back = A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.HandBack());

        Assert.DoesNotContain(reproach, RefusalText.Of(back.Refuses<Refusal.HadYourTurn>(Aoi, new Intent.Accept()), locale, "Asia/Tokyo", back.Terms), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_handed_back_goes_to_the_pool_without_who_had_it()
    {
        var back = A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.HandBack());

        Assert.Equal((HandoffState.Offered, null, null), (back.Handoff.State, back.Handoff.Owner, back.Handoff.OfferedTo));
        back.Refuses<Refusal.HadYourTurn>(Aoi, new Intent.Accept());
        Assert.Equal(Ben.Email, back.AcceptedBy(Ben).Handoff.Owner);
    }

    [Fact]
    public void Everybody_who_had_a_turn_is_remembered()
    {
        var back = A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.HandBack()).AcceptedBy(Ben).Does(Ben, new Intent.HandBack());

        back.Refuses<Refusal.HadYourTurn>(Aoi, new Intent.Accept());
        back.Refuses<Refusal.HadYourTurn>(Ben, new Intent.Accept());
    }

    [Fact]
    public void Somebody_who_had_a_turn_may_still_be_given_it_by_name() =>
        Assert.Equal(Aoi.Email, A.Handoff().AcceptedBy(Aoi).Does(Aoi, new Intent.HandBack()).Does(Noor, new Intent.Assign(Aoi.Email)).AcceptedBy(Aoi).Handoff.Owner);

    [Fact]
    public void Passing_on_neither_loses_nor_invents_time()
    {
        var hour = TimeSpan.FromHours(1);
        var story = A.Handoff().After(hour).AcceptedBy(Aoi).After(hour).Does(Aoi, new Intent.PassOn(Ben.Email)).After(hour);
        var calendars = story.Terms.Calendars;

        Assert.Equal(2 * hour, story.Handoff.Clock(ClockKind.Accept)!.Elapsed(story.Now, calendars));
        Assert.Equal(3 * hour, story.Handoff.Clock(ClockKind.Contact)!.Elapsed(story.Now, calendars));
    }

    [Fact]
    public void An_undo_counts_neither_the_time_in_between_nor_forgets_the_time_before()
    {
        var hour = TimeSpan.FromHours(1);
        var story = A.Handoff().After(hour).AcceptedBy(Aoi).After(hour).UndoneBy(Aoi).After(hour);

        Assert.Equal(2 * hour, story.Handoff.Clock(ClockKind.Accept)!.Elapsed(story.Now, story.Terms.Calendars));
        Assert.Equal(3 * hour, story.Handoff.Clock(ClockKind.Contact)!.Elapsed(story.Now, story.Terms.Calendars));
    }

    [Fact]
    public void A_pause_survives_a_change_of_owner_a_rejection_taken_back_and_the_first_touch()
    {
        var hour = TimeSpan.FromHours(1);
        var paused = A.Handoff().After(hour).AcceptedBy(Aoi).Does(Aoi, new Intent.Pause("They are on holiday"));
        foreach (var story in new[]
        {
            paused.Does(Aoi, new Intent.HandBack()),
            paused.Does(Aoi, new Intent.PassOn(Ben.Email)),
            paused.UndoneBy(Aoi),
            paused.RejectedBy(Aoi).After(hour).UndoneBy(Aoi),
            paused.RejectedBy(Aoi, "wrong_owner", null, "Ben Ode"),
            paused.TouchedBy(Aoi),
        })
        {
            var later = story.After(3 * hour);
            Assert.All(later.Handoff.Clocks.Where(c => !c.IsStopped), c => Assert.Equal("They are on holiday", c.PauseReason));
            var resumed = later.Does(Noor, new Intent.Resume()).After(hour);
            Assert.All(resumed.Handoff.Clocks.Where(c => !c.IsStopped), c => Assert.Equal((c.Kind == ClockKind.Outcome ? 1 : 2) * hour, c.Elapsed(resumed.Now, resumed.Terms.Calendars)));
        }
    }

    [Fact]
    public void What_marketing_offers_again_runs_whatever_was_paused_before()
    {
        var rejected = A.Handoff().Does(Noor, new Intent.Pause("Away")).RejectedBy(Aoi);

        Assert.False(rejected.FixedBy(Mika).Handoff.IsPaused);
        Assert.False(rejected.ContestedBy(Mika).Does(Noor, new Intent.DecideContest(true)).Handoff.IsPaused);
    }

    [Fact]
    public void A_pause_needs_a_reason_and_holds_once()
    {
        A.Handoff().Refuses<Refusal.CommentMissing>(Noor, new Intent.Pause(" "));
        Assert.True(A.Handoff().Does(Noor, new Intent.Pause("Away")).Refuses<Refusal.PauseUnchanged>(Noor, new Intent.Pause("Again")).Paused);
    }
}
