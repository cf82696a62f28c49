using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Tests.Handoffs;
using Baton.Handoffs.Webhooks;
using FsCheck;
using FsCheck.Fluent;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Webhooks;

public sealed class HookEffectTests
{
    private static readonly Hook[] Hooks = [AHook.Of("all"), AHook.Of("ends", HookTypes.Won, HookTypes.Lost, HookTypes.Rejected), AHook.Of("none", "handoff.unheard")];

    [Fact]
    public void Each_hook_is_told_once_of_each_event_that_it_wants_and_of_no_other() => Histories.Check(story =>
    {
        var calls = Calls(story, Hooks);

        var wanted = story.Timeline.Select((e, at) => (Type: HookTypes.Of(e), Number: at + 1)).SelectMany(e => Hooks.Where(h => e.Type is { } type && h.Types.Contains(type)), (e, hook) => (hook.Name, e.Number));
        Assert.Equal(wanted.Order(), calls.Select(c => (c.Hook, c.Event)).Order());
        Assert.All(calls, call => Assert.Equal($"{call.Event:D6}-hook-{call.Hook}", call.Id));
    });

    [Fact]
    public void Without_hooks_everything_is_as_it_was() => Histories.Check(story => Assert.Equal(
        Effects(story, []),
        Effects(story, Hooks).Where(e => e is not Effect.CallHook)));

    [Fact]
    public void Random_histories_are_told_in_every_type() => Assert.Equal(
        HookTypes.All.Order(StringComparer.Ordinal),
        Gen.Sample(Histories.Story, 1500, new Rnd(20261120), 50).SelectMany(s => s.Timeline).Select(HookTypes.Of).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_lead_that_lacks_fields_is_returned_and_a_complete_one_offered() =>
        Assert.Equal((HookTypes.Returned, HookTypes.Offered), (HookTypes.Of(A.Handoff(A.IncompleteLead()).Timeline[0]), HookTypes.Of(A.Handoff().Timeline[0])));

    [Theory]
    [InlineData(80, LadderAction.NudgeOwner, null)]
    [InlineData(99, LadderAction.NudgeOwner, null)]
    [InlineData(100, LadderAction.NudgeOwner, HookTypes.Breached)]
    [InlineData(150, LadderAction.ReturnToPool, HookTypes.Breached)]
    [InlineData(150, LadderAction.ManagerAskedAgain, null)]
    public void A_clock_that_reaches_its_target_is_a_breach_and_asking_again_is_none(int percent, LadderAction action, string? type) =>
        Assert.Equal(type, HookTypes.Of(new HandoffEvent.StepReached(A.Morning, Noor.Email, ClockKind.Accept, percent, action)));

    [Fact]
    public void Types_have_the_form_that_the_specification_recommends() =>
        Assert.All(HookTypes.All, type => Assert.Matches("^[a-zA-Z0-9_]+(\\.[a-zA-Z0-9_]+)+$", type));

    private static List<Effect.CallHook> Calls(HandoffStory story, Hook[] hooks) => [.. Effects(story, hooks).OfType<Effect.CallHook>()];

    // As if each event had been a commit of its own.
    private static List<Effect> Effects(HandoffStory story, Hook[] hooks)
    {
        var (effects, handoff) = (new List<Effect>(), (Handoff?)null);
        foreach (var happened in story.Timeline)
        {
            handoff = Fold.Apply(handoff, happened);
            effects.AddRange(EffectsOf.Commit(handoff, [happened], story.Terms with { Hooks = hooks }));
        }

        return effects;
    }
}
