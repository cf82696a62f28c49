using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>Scores leads by the configured rules. Holds no state of its own: one instance serves everybody.</summary>
public sealed class LeadScorer(ScoringOptions options)
{
    /// <summary>The name in the trace of the points that a part's range took off or put on.</summary>
    public const string KeptInRange = "kept in range";

    private readonly (ScorePart Part, ScoreCondition[] Conditions)[] parts =
        [.. options.EffectiveParts.Select(p => (p, p.Rules.Select(r => new ScoreCondition(r)).ToArray()))];

    /// <summary>Scores a lead. The points of a part's trace always add up to the part.</summary>
    public ScoreCard Score(Lead lead, DateTimeOffset now)
    {
        var trace = new List<ScorePoint>();
        var points = parts.Select(p => ScorePart(p.Part, p.Conditions, lead, now, trace)).ToList();
        return new ScoreCard(points[0], points[1], points[2], lead.Score, trace);
    }

    private static int ScorePart(ScorePart part, ScoreCondition[] conditions, Lead lead, DateTimeOffset now, List<ScorePoint> trace)
    {
        var holding = conditions.Where(c => c.Holds(lead, now)).Select(c => c.Rule).ToList();
        var counting = holding.Where(rule => rule.Group is null || rule == Best(holding, rule.Group)).ToList();
        trace.AddRange(counting.Select(rule => new ScorePoint(part.Name, rule.Name, rule.Points)));

        var sum = counting.Sum(rule => rule.Points);
        var kept = Math.Clamp(sum, 0, part.Most);
        if (kept != sum)
        {
            trace.Add(new ScorePoint(part.Name, KeptInRange, kept - sum));
        }

        return kept;
    }

    private static ScoreRule Best(List<ScoreRule> holding, string group) =>
        holding.Where(rule => string.Equals(rule.Group, group, StringComparison.Ordinal)).MaxBy(rule => rule.Points)!;
}
