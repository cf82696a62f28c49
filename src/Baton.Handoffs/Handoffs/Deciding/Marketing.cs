using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>Marketing's side: withdraw, contest, fix and resubmit, acknowledge.</summary>
internal static class Marketing
{
    // The product itself takes back who must not be contacted.
    public static Decision Withdraw(Moment at, Intent.Withdraw intent) => !at.Actor.Is(Roles.System) && Permissions.ToMarket(at.Actor) is { } no ? Decision.No(no)
        : at.State != HandoffState.Offered ? Decision.No(new Refusal.NotNow(at.State))
        : Decision.Of(new HandoffEvent.Withdrawn(at.Now, at.By, Taking.Blank(intent.Why)) { Clocks = at.OnlyAsks ? null : Clocks.StopAll(at.Handoff, at.Terms, at.Now) });

    public static Decision Contest(Moment at, Intent.Contest intent)
    {
        if (Guard(at, HandoffState.Rejected) is { } no)
        {
            return Decision.No(no);
        }

        if (at.Handoff.Reason?.Class == ReasonClass.Compliance)
        {
            return Decision.No(new Refusal.Suppressed());
        }

        if (at.Handoff.Contest is not null)
        {
            return Decision.No(new Refusal.AlreadyDecided(at.State, at.Handoff.Contest.By));
        }

        return string.IsNullOrWhiteSpace(intent.Comment)
            ? Decision.No(new Refusal.CommentMissing())
            : Decision.Of(new HandoffEvent.Contested(at.Now, at.By, intent.Comment.Trim()));
    }

    public static Decision DecideContest(Moment at, Intent.DecideContest intent)
    {
        if (Permissions.ToManage(at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        if (at.State != HandoffState.Rejected || at.Handoff.Contest is not { Upheld: null })
        {
            return Decision.No(new Refusal.NoContest());
        }

        var decided = new HandoffEvent.ContestDecided(at.Now, at.By, intent.Uphold, Taking.Blank(intent.Comment));
        return intent.Uphold
            ? Decision.Of(decided, Passing.Reoffer(at, Fold.Apply(at.Handoff, decided), ReofferCause.ContestUpheld, at.Handoff.Route, null, null, intent.Comment))
            : Decision.Of(decided);
    }

    public static Decision Resubmit(Moment at, Intent.Resubmit intent)
    {
        if (Permissions.ToMarket(at.Actor) is { } no && !at.Actor.Is(Roles.System))
        {
            return Decision.No(no);
        }

        // A system that sends its lead again completes what was returned; a rejection is for people to answer.
        if (at.State is not (HandoffState.Returned or HandoffState.Rejected) || (at.State == HandoffState.Rejected && intent.Fix.SentAgain is not null))
        {
            return Decision.No(new Refusal.NotNow(at.State));
        }

        if (at.Handoff.Reason?.Class == ReasonClass.Compliance)
        {
            return Decision.No(new Refusal.Suppressed());
        }

        var lead = intent.Fix.Mend(at.Handoff.Lead);
        if (lead == at.Handoff.Lead)
        {
            return Decision.No(new Refusal.NothingFixed());
        }

        var found = at.Terms.Assess(lead, at.Now);
        return found.Missing.Count > 0
            ? Decision.No(new Refusal.StillMissing(found.Missing))
            : Decision.Of(new HandoffEvent.Resubmitted(at.Now, at.By, lead, found.Score, found.Tier, found.Route, Receive.OfferedFirstTo(lead, at.Terms, at.Now))
            {
                Clocks = at.OnlyAsks ? null : Clocks.AtResubmit(at.Handoff, lead, found.Tier, at.Terms, at.Now),
                StartsOver = true,
            });
    }

    public static Decision Acknowledge(Moment at)
    {
        if (Permissions.ToMarket(at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        return at.State is not (HandoffState.Rejected or HandoffState.Recycled or HandoffState.Disqualified) ? Decision.No(new Refusal.NotNow(at.State))
            : at.Handoff.AcknowledgedBy is { } by ? Decision.No(new Refusal.AlreadyDecided(at.State, by))
            : Decision.Of(new HandoffEvent.Acknowledged(at.Now, at.By));
    }

    private static Refusal? Guard(Moment at, HandoffState needed) =>
        Permissions.ToMarket(at.Actor) ?? (at.State == needed ? null : new Refusal.NotNow(at.State));
}
