using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>Whether a lead is handed to sales, and why.</summary>
public abstract record Qualification
{
    private Qualification()
    {
    }

    /// <summary>Sales gets it.</summary>
    /// <param name="Tier">How urgent it is.</param>
    /// <param name="Because">Who or what decided.</param>
    public sealed record Qualified(Tier Tier, QualifiedBy Because) : Qualification;

    /// <summary>It goes back to marketing first.</summary>
    /// <param name="Missing">The required fields that it lacks, as paths such as <c>contact.email</c>.</param>
    public sealed record Incomplete(IReadOnlyList<string> Missing) : Qualification;

    /// <summary>Marketing keeps it.</summary>
    /// <param name="Because">Who or what decided.</param>
    public sealed record Unqualified(QualifiedBy Because) : Qualification;

    /// <summary>
    /// Decides in this order: a sender who says that it is not qualified is believed; a lead without the required fields cannot be
    /// worked and hardly be scored, so it goes back; a sender who says that it is qualified is believed; else the score decides.
    /// </summary>
    public static Qualification Decide(Lead lead, ScoreCard card, ScoringOptions options)
    {
        if (lead.Qualified == false)
        {
            return new Unqualified(QualifiedBy.Sender);
        }

        if (MissingFields.Of(lead, options.EffectiveRequiredFields) is { Count: > 0 } missing)
        {
            return new Incomplete(missing);
        }

        return lead.Qualified == true ? new Qualified(TierOf(card, options), QualifiedBy.Sender)
            : card.Total >= options.Threshold ? new Qualified(TierOf(card, options), QualifiedBy.Score)
            : new Unqualified(QualifiedBy.Score);
    }

    private static Tier TierOf(ScoreCard card, ScoringOptions options) => card.Total >= options.HotThreshold ? Tier.Hot : Tier.Normal;
}

/// <summary>Who or what decided whether a lead is qualified. The names are stored.</summary>
public enum QualifiedBy
{
    /// <summary>Marketing's own system said so.</summary>
    Sender,

    /// <summary>The score against the threshold.</summary>
    Score,
}
