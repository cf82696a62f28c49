using Baton.Handoffs.Leads;

namespace Baton.Bot.Intake;

/// <summary>What became of one lead of many.</summary>
internal abstract record LeadOutcome
{
    private LeadOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    internal sealed record Taken(Lead Lead, LeadAnswer Answer) : LeadOutcome;

    /// <summary>It is refused, and nothing of it is stored.</summary>
    internal sealed record Wrong(IReadOnlyList<FieldError> Errors) : LeadOutcome;

    /// <summary>The store failed at it or before it: to be sent again, which is harmless for what was stored after all.</summary>
    internal sealed record NotTaken(Lead Lead) : LeadOutcome;
}
