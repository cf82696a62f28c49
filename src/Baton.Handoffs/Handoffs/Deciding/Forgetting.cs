using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>A handoff whose person is erased: it keeps its state for the figures, its clocks stop, and nothing but deliveries happens to it any more.</summary>
internal static class Forgetting
{
    public static Decision Erase(Moment at)
    {
        if (Permissions.ToRecord(at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        // All of them, stopped or not: why one was paused is somebody's own words too.
        var stopped = Clocks.StopAll(at.Handoff, at.Terms, at.Now) ?? [];
        return Decision.Of(new HandoffEvent.Erased(at.Now, at.By)
        {
            Clocks = [.. at.Handoff.Clocks.Select(clock => PersonalData.Without(stopped.FirstOrDefault(s => s.Kind == clock.Kind) ?? clock))],
        });
    }

    public static Decision ForgetRelative(Moment at, Intent.ForgetRelative intent) => Permissions.ToRecord(at.Actor) is { } no ? Decision.No(no)
        : at.Handoff.Relatives.Any(r => r.Id == intent.Relative && r.Contact is not null) ? Decision.Of(new HandoffEvent.RelativeErased(at.Now, at.By, intent.Relative))
        : Decision.Nothing;

    /// <summary>What comes of an intent after that. What somebody writes about it is not kept.</summary>
    public static Decision After(Moment at, Intent intent) => intent switch
    {
        Intent.Shown it => Recording.Shown(at, it),
        Intent.Settle it => Recording.Settle(at, it),
        Intent.WakeUp or Intent.Erase or Intent.ForgetRelative or Intent.Remark or Intent.EditRemark or Intent.DeleteRemark => Decision.Nothing,
        _ => Decision.No(new Refusal.Erased()),
    };
}
