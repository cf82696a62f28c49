using Baton.Handoffs.Handoffs.Refusals;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Which input of the form a refusal is about. Such a refusal can be put right in the form, so what was typed must stay.</summary>
internal static class WrongInput
{
    /// <summary>The input's id; null when it is not the answers that stand in the way but the handoff, or who asks.</summary>
    public static string? Of(string verb, Refusal why) => why switch
    {
        Refusal.CommentMissing => verb == Verbs.Pause ? "why" : "comment",
        Refusal.UnknownReason or Refusal.TooFewAttempts => "reason",
        Refusal.UnknownPerson or Refusal.UnknownPool => verb == Verbs.Reject ? "followUp" : "to",
        Refusal.DateOutOfRange => verb == Verbs.Snooze ? "until" : "on",
        Refusal.WrongAmount => "amount",
        Refusal.StillMissing or Refusal.NothingFixed => "companyName",
        _ => null,
    };
}
