using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Calibration;

/// <summary>A scoring rule as facts name it: its part and its name, which is unique within the part.</summary>
internal static class RuleKey
{
    private const char Between = '/';

    /// <summary>The keys of the rules that held, in their order; null for none. What kept a part in its range is no rule.</summary>
    public static IReadOnlyList<string>? Of(ScoreCard score) =>
        score.Trace.Where(p => p.Rule != LeadScorer.KeptInRange).Select(p => $"{p.Part}{Between}{p.Rule}").ToList() is { Count: > 0 } keys ? keys : null;

    /// <summary>The part and the name.</summary>
    public static (string Part, string Rule) Split(string key) => key.IndexOf(Between, StringComparison.Ordinal) is var at and > 0 ? (key[..at], key[(at + 1)..]) : ("", key);
}
