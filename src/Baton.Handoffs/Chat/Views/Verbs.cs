namespace Baton.Handoffs.Chat.Views;

/// <summary>The names of everything that can be done with a handoff: on buttons, in <c>POST /api/handoffs/{id}/actions</c>, everywhere. Stable.</summary>
public static class Verbs
{
#pragma warning disable CS1591 // each is the name of the intent of the same name
    public const string Accept = "accept";
    public const string Reject = "reject";
    public const string PassOn = "pass_on";
    public const string HandBack = "hand_back";
    public const string Assign = "assign";
    public const string Snooze = "snooze";
    public const string Touch = "touch";
    public const string Qualify = "qualify";
    public const string Recycle = "recycle";
    public const string Disqualify = "disqualify";
    public const string Win = "win";
    public const string Lose = "lose";
    public const string Withdraw = "withdraw";
    public const string Undo = "undo";
    public const string Contest = "contest";
    public const string Uphold = "uphold";
    public const string Dismiss = "dismiss";
    public const string Resubmit = "resubmit";
    public const string Acknowledge = "acknowledge";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string History = "history";
    public const string Refresh = "refresh";
    public const string Away = "away";
    public const string Back = "back";
    public const string Language = "language";
#pragma warning restore CS1591

    /// <summary>All that change something, in the order of the card.</summary>
    public static IReadOnlyList<string> Acts { get; } =
    [
        Accept, Reject, Touch, Qualify, Recycle, Disqualify, Win, Lose, PassOn, HandBack, Assign, Snooze, Undo,
        Contest, Uphold, Dismiss, Resubmit, Acknowledge, Withdraw, Pause, Resume,
    ];

    /// <summary>Those whose button asks nothing first.</summary>
    public static IReadOnlyList<string> AtOnce { get; } = [Accept, Undo, Acknowledge, Resume];
}
