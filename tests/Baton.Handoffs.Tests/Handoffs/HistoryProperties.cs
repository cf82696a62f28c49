using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class HistoryProperties
{
    // The diagram in product.md; a state may stay what it is.
    private static readonly HashSet<(HandoffState From, HandoffState To)> Diagram =
    [
        (HandoffState.Returned, HandoffState.Offered),
        (HandoffState.Offered, HandoffState.Accepted),
        (HandoffState.Offered, HandoffState.Rejected),
        (HandoffState.Offered, HandoffState.Withdrawn),
        (HandoffState.Accepted, HandoffState.Offered),
        (HandoffState.Accepted, HandoffState.Rejected),
        (HandoffState.Accepted, HandoffState.Contacted),
        (HandoffState.Contacted, HandoffState.Qualified),
        (HandoffState.Contacted, HandoffState.Recycled),
        (HandoffState.Contacted, HandoffState.Disqualified),
        (HandoffState.Qualified, HandoffState.Won),
        (HandoffState.Qualified, HandoffState.Lost),
        (HandoffState.Rejected, HandoffState.Offered),
    ];

    [Fact]
    public void Random_histories_reach_every_state_and_every_event()
    {
        var stories = Gen.Sample(Histories.Story, 1500, new FsCheck.Rnd(20261120), 50).ToList();

        Assert.Equal(Enum.GetValues<HandoffState>(), stories.SelectMany(s => Steps(s)).Select(s => s.After.State).Union(stories.Select(s => s.Handoff.State)).Distinct().Order());
        Assert.Equal(
            typeof(HandoffEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HandoffEvent))).Select(t => t.Name).Order(),
            stories.SelectMany(s => s.Timeline).Select(e => e.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Folding_the_timeline_gives_the_stored_state() => Histories.Check(story =>
    {
        var stored = story.Timeline.Select(e => Through(e)).Aggregate((Handoff?)null, (before, e) => Through(Fold.Apply(before, e)));

        Assert.Equal(Json(story.Handoff), Json(stored!));
        Assert.Equal(story.Timeline.Count, story.Handoff.Version);
    });

    [Fact]
    public void Every_effect_survives_being_stored() => Histories.Check(story =>
    {
        foreach (var effect in Effects(story)) Assert.Equal(effect, Through(effect));
    });

    [Fact]
    public void What_is_allowed_is_what_would_happen() => Histories.Check(story =>
    {
        foreach (var (intent, by) in Acts.All.Values.SelectMany(a => Staff.All.Append(a.By), (a, by) => (a.Intent, by)))
        {
            var happens = story.Decide(intent, by) is Decision.Happens;
            Assert.True(happens == Decide.Allows(story.Handoff, intent, by, story.Terms, story.Now), $"{intent} by {by.Name} in {story.Handoff.State}: {happens}");
        }
    });

    [Fact]
    public void Effects_never_share_a_name() => Histories.Check(story =>
        Assert.Empty(Effects(story).GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key)));

    [Fact]
    public void No_state_is_reached_by_a_way_that_the_diagram_lacks() => Histories.Check(story =>
    {
        foreach (var (before, after) in Steps(story))
        {
            // Taking back what was not meant is the one way back that the diagram leaves to its text.
            var undone = (before.State, after.State) is (HandoffState.Accepted, HandoffState.Offered) or (HandoffState.Rejected, HandoffState.Offered or HandoffState.Accepted);
            Assert.True(before.State == after.State || Diagram.Contains((before.State, after.State)) || (undone && after.Last.Kind == "undone"), $"{before.State} -> {after.State}");
        }
    });

    [Fact]
    public void A_handoff_has_an_owner_exactly_while_somebody_works_on_it_or_did_last() => Histories.Check(story =>
    {
        var (state, owner) = (story.Handoff.State, story.Handoff.Owner);
        switch (state)
        {
            case HandoffState.Returned or HandoffState.Offered or HandoffState.Withdrawn:
                Assert.Null(owner);
                break;
            case HandoffState.Rejected:
                Assert.Equal(story.Handoff.Undoable?.Owner ?? owner, owner);
                break;
            default:
                Assert.NotNull(owner);
                break;
        }
    });

    [Fact]
    public void Elapsed_time_is_never_lost_or_invented() => Histories.Check(story =>
    {
        var calendars = story.Terms.Calendars;
        foreach (var (happened, before, after) in story.Timeline.Skip(1).Zip(Steps(story), (e, s) => (e, s.Before, s.After)))
        {
            foreach (var clock in before.Clocks)
            {
                var anew = clock.Kind == ClockKind.Accept
                    && happened is HandoffEvent.Resubmitted or HandoffEvent.Reoffered { Cause: ReofferCause.LadderToPool or ReofferCause.Fallback };
                var elapsed = after.Clock(clock.Kind)!.Elapsed(happened.At, calendars);
                if (anew && clock.Kind == ClockKind.Accept) Assert.Equal(TimeSpan.Zero, elapsed);
                else Assert.Equal(clock.Elapsed(happened.At, calendars), elapsed);
            }
        }
    });

    [Fact]
    public void A_pause_holds_every_clock_until_somebody_resumes() => Histories.Check(story =>
    {
        var handoff = story.Handoff;
        if (handoff.PauseReason is not null) Assert.DoesNotContain(handoff.Clocks, c => c.IsRunning);
        else Assert.DoesNotContain(handoff.Clocks, c => c.IsPaused);
    });

    [Fact]
    public void Clocks_run_exactly_while_what_they_count_is_still_to_come() => Histories.Check(story =>
    {
        var handoff = story.Handoff;
        var open = handoff.Clocks.Where(c => !c.IsStopped).Select(c => c.Kind).Order();
        Assert.Equal(
            handoff.State switch
            {
                _ when handoff.ErasedAt is not null => [],
                HandoffState.Offered => [ClockKind.Accept, ClockKind.Contact],
                HandoffState.Accepted => [ClockKind.Contact],
                HandoffState.Contacted => [ClockKind.Outcome],
                _ => Array.Empty<ClockKind>(),
            },
            open);
    });

    [Fact]
    public void Nothing_is_due_before_the_next_wake_up_and_something_is_at_it() => Histories.Check(story =>
    {
        var awake = story.WokenUp();
        Assert.Empty(Due(awake));
        if (NextWake.Of(awake.Handoff, story.Terms.Calendars) is not { } next) return;
        Assert.True(next > awake.Now, $"{next} is not after {awake.Now}");
        Assert.Empty(Due(awake.At(next.AddTicks(-1))));
        Assert.NotEmpty(Due(awake.At(next)));
    });

    [Fact]
    public void Time_alone_ends_except_for_asking_managers_again_at_most_once_a_day() => Histories.Check(story =>
    {
        var brought = story.Until(story.Now.AddYears(1)).Timeline.Skip(story.Timeline.Count).ToList();
        var asked = brought.OfType<HandoffEvent.StepReached>().Where(s => s.Action == LadderAction.ManagerAskedAgain).ToList();

        Assert.True(brought.Count - asked.Count < 60);
        Assert.All(asked.GroupBy(s => s.Clock), clock => Assert.All(clock.Zip(clock.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromHours(9))));
    });

    [Fact]
    public void Each_step_reaches_a_person_at_most_once() => Histories.Check(story =>
    {
        foreach (var commit in Commits(story))
        {
            var nudges = EffectsOf.Commit(commit.After, commit.Events, story.Terms).OfType<Effect.Nudge>();
            Assert.DoesNotContain(nudges.GroupBy(n => (n.Clock, n.Percent, n.Recipient)), g => g.Count() > 1);
        }
    });

    private static IReadOnlyList<HandoffEvent> Due(HandoffStory story) =>
        Assert.IsType<Decision.Happens>(story.Decide(new Intent.WakeUp(), Person.Baton)).Events;

    private static IEnumerable<(Handoff Before, Handoff After)> Steps(HandoffStory story)
    {
        var before = Fold.Apply(null, story.Timeline[0]);
        foreach (var happened in story.Timeline.Skip(1))
        {
            var after = Fold.Apply(before, happened);
            yield return (before, after);
            before = after;
        }
    }

    // Events of one instant by one person were one decision, or two that make no difference here.
    private static IEnumerable<(Handoff After, IReadOnlyList<HandoffEvent> Events)> Commits(HandoffStory story)
    {
        var done = new List<HandoffEvent>();
        foreach (var group in story.Timeline.GroupBy(e => (e.At, e.By)))
        {
            done.AddRange(group);
            yield return (Fold.All(done)!, [.. group]);
        }
    }

    private static List<Effect> Effects(HandoffStory story) => [.. Commits(story).SelectMany(c => EffectsOf.Commit(c.After, c.Events, story.Terms))];

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, typeof(T), HandoffJson.Stored);

    private static T Through<T>(T value) => (T)JsonSerializer.Deserialize(Json(value), typeof(T), HandoffJson.Stored)!;
}
