using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>What an outcome is to a handoff, and what must be said of it.</summary>
internal static class OutcomeRules
{
    internal const string Amount = "a number, at least 0";

    /// <summary>The outcomes by their names on the wire, with the state that each leads to.</summary>
    internal static readonly IReadOnlyDictionary<string, HandoffState> States = new Dictionary<string, HandoffState>(StringComparer.Ordinal)
    {
        ["contacted"] = HandoffState.Contacted,
        ["qualified"] = HandoffState.Qualified,
        ["recycled"] = HandoffState.Recycled,
        ["disqualified"] = HandoffState.Disqualified,
        ["won"] = HandoffState.Won,
        ["lost"] = HandoffState.Lost,
    };

    private static readonly string Names = $"one of {string.Join(", ", States.Keys)}";

    /// <summary>Everything that is wrong with it on its own.</summary>
    internal static IEnumerable<FieldError> Errors(SentOutcome sent, DateTimeOffset now)
    {
        if (sent.Outcome is null || !States.ContainsKey(sent.Outcome))
        {
            yield return Wrong("outcome", sent.Outcome, Names);
        }

        if (sent.Handoff is null && (sent.Source is null || sent.ExternalId is null) && sent.Email is null)
        {
            yield return Wrong("handoff", null, "given, or source with externalId, or email");
        }

        if (sent.Email is not null && !EmailAddress.TryParse(sent.Email, out _))
        {
            yield return Wrong("email", sent.Email, LeadRules.Email);
        }

        if (sent.At is { } at && (at > now + LeadLimits.ClockSkew || at < LeadLimits.Earliest))
        {
            yield return Wrong("at", at.ToString("O", CultureInfo.InvariantCulture), at < LeadLimits.Earliest ? LeadRules.NotUnset : LeadRules.NotAhead);
        }

        if (sent.Amount is { } amount and < 0)
        {
            yield return Wrong("amount", amount.ToString(CultureInfo.InvariantCulture), Amount);
        }

        if (sent.Outcome is "recycled" or "disqualified" && string.IsNullOrWhiteSpace(sent.Reason))
        {
            yield return Wrong("reason", sent.Reason, "the code of a reason");
        }
    }

    /// <summary>Whether it tells another amount of what was won already.</summary>
    internal static bool BringsAmount(SentOutcome sent, Handoff found) => sent is { Outcome: "won", Amount: { } amount } && found.State == HandoffState.Won
        && (amount != found.Amount || !string.Equals(sent.Currency?.Trim(), found.Currency, StringComparison.OrdinalIgnoreCase));

    /// <summary>The intent that it comes to.</summary>
    internal static Intent IntentOf(SentOutcome sent) => sent.Outcome switch
    {
        "contacted" => new Intent.Touch(sent.Comment ?? sent.Reason),
        "qualified" => new Intent.Qualify(sent.Opportunity ?? sent.Comment),
        "recycled" => new Intent.Recycle(sent.Reason!.Trim(), null, sent.Comment),
        "disqualified" => new Intent.Disqualify(sent.Reason!.Trim(), sent.Comment),
        "won" => new Intent.Win(sent.Amount, sent.Currency),
        "lost" => new Intent.Lose(sent.Reason ?? sent.Comment),
        _ => throw new InvalidOperationException($"There is no outcome '{sent.Outcome}'."),
    };

    /// <summary>Whether the handoff is there already, so that a repeated delivery changes nothing: in that state, or past it.</summary>
    internal static bool IsThere(HandoffState state, HandoffState wanted) => state == wanted || wanted switch
    {
        HandoffState.Contacted => state is HandoffState.Qualified or HandoffState.Recycled or HandoffState.Disqualified or HandoffState.Won or HandoffState.Lost,
        HandoffState.Qualified => state is HandoffState.Won or HandoffState.Lost,
        _ => false,
    };

    private static FieldError Wrong(string field, string? value, string rule) => new(field, FieldError.Shown(value), rule);
}
