using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>What the product itself notes: a card that is up, what became of a nudge, the same person again.</summary>
internal static class Recording
{
    public static Decision Repeat(Moment at, Intent.Repeat intent) => Permissions.ToRecord(at.Actor) is { } no ? Decision.No(no)
        : !at.State.IsOpen() ? Decision.No(new Refusal.NotNow(at.State))
        : at.Handoff.SeenMessages.Contains(HandoffEvent.Repeated.Mark(intent.Source, intent.ExternalId)) ? Decision.Nothing
        : Decision.Of(new HandoffEvent.Repeated(at.Now, at.By, intent.Source, intent.ExternalId, intent.Latest));

    public static Decision Shown(Moment at, Intent.Shown intent) => Permissions.ToRecord(at.Actor) is { } no
        ? Decision.No(no)
        : Decision.Of(new HandoffEvent.CardShown(at.Now, at.By, intent.Place, intent.MessageId));

    public static Decision Settle(Moment at, Intent.Settle intent) => Permissions.ToRecord(at.Actor) is { } no
        ? Decision.No(no)
        : Decision.Of(new HandoffEvent.NudgeSettled(at.Now, at.By, intent.Nudge, intent.Recipient, intent.Outcome));
}
