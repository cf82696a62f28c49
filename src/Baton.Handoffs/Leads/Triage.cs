using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Leads;

/// <summary>Finds of a lead what has to be known before it is handed over: score, whether it is an MQL, what is missing, who gets it.</summary>
/// <param name="scorer">Scores.</param>
/// <param name="scoring">Thresholds and required fields.</param>
/// <param name="router">Routes.</param>
public sealed class Triage(LeadScorer scorer, ScoringOptions scoring, LeadRouter router)
{
    /// <summary>What is found of the lead now.</summary>
    public Assessment Assess(Lead lead, DateTimeOffset now)
    {
        var score = scorer.Score(lead, now);
        var (tier, qualified, because, missing) = Qualification.Decide(lead, score, scoring) switch
        {
            Qualification.Qualified it => (it.Tier, true, it.Because.ToString(), (IReadOnlyList<string>)[]),
            Qualification.Incomplete it => (TierOf(score), true, "incomplete", it.Missing),
            Qualification.Unqualified it => (TierOf(score), false, it.Because.ToString(), []),
            _ => throw new InvalidOperationException("A qualification is one of three."),
        };
        return new Assessment(score, tier, qualified, because, missing, router.Route(lead, score, tier));
    }

    private Tier TierOf(ScoreCard score) => score.Total >= scoring.HotThreshold ? Tier.Hot : Tier.Normal;
}
