using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Tests.Handoffs;
using FsCheck;
using FsCheck.Fluent;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Replicas;

/// <summary>Machines whose clocks differ change one handoff by turns.</summary>
public sealed class TimeWithinHandoffTests
{
    private const int Skew = 120;

    [Fact]
    public void What_was_read_before_a_step_and_decided_after_it_bears_the_steps_instant_and_its_own_name()
    {
        var stepped = Stories.Accepted.After(TimeSpan.FromDays(1)).WokenUp();
        var step = Assert.IsType<HandoffEvent.StepReached>(stepped.Timeline[^1]);

        var passed = stepped.At(step.At.AddMilliseconds(-5)).Does(Aoi, new Intent.PassOn(Ben.Email)).Timeline[^1];

        Assert.Equal(step.At, passed.At);
        Assert.NotEqual(step.By, passed.By);
    }

    [Fact]
    public void Time_never_goes_back_whichever_machines_clock_it_is() => Prop.ForAll(
        Gen.ListOf(from wish in Histories.Wish from actor in Gen.Elements(All.ToArray()) from seconds in Gen.Choose(0, 600) from off in Gen.Choose(-Skew, Skew) select (wish, actor, seconds, off), 30).ToArbitrary(),
        steps =>
        {
            var (story, now) = (HandoffStory.Of(A.Lead(), A.Terms()), A.Morning);
            foreach (var (wish, actor, seconds, off) in steps)
            {
                now += TimeSpan.FromSeconds(seconds);
                story = story.At(now + TimeSpan.FromSeconds(off));
                if (story.Decide(wish, actor) is Decision.Happens) story = story.Does(actor, wish);
            }

            return story.Timeline.Zip(story.Timeline.Skip(1), (a, b) => a.At <= b.At).All(inOrder => inOrder);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_slower_clock_acts_at_the_instant_of_what_was_there_before()
    {
        var story = HandoffStory.Of(A.Lead(), A.Terms()).AcceptedBy(Aoi);
        var touched = story.At(A.Morning.AddMinutes(-2)).TouchedBy(Aoi);
        Assert.Equal(story.Handoff.ChangedAt, touched.Timeline[^1].At);
    }

    [Fact]
    public void A_clock_that_was_wrong_by_hours_holds_nobody_up()
    {
        var story = HandoffStory.Of(A.Lead(), A.Terms()).At(A.Morning.AddHours(3)).AcceptedBy(Aoi);
        Assert.Equal(A.Morning, story.At(A.Morning).TouchedBy(Aoi).Timeline[^1].At);
    }

    [Fact]
    public void Who_was_first_in_the_store_has_it_whatever_the_clocks_say()
    {
        var first = HandoffStory.Of(A.Lead(), A.Terms()).At(A.Morning.AddMinutes(2)).AcceptedBy(Aoi);
        var second = first.At(A.Morning.AddMinutes(-2));
        second.Refuses(Ben, new Intent.Accept());
        Assert.Equal(Aoi.Email, second.Handoff.Owner);
    }
}
