using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Calibration;

/// <summary>A scoring rule as facts name it: its part and its name, which is unique within the part.</summary>
internal static class RuleKey
{
    private const char Between = '/';

    /// <summary>The keys of the rules that counted, in their order. What kept a part in its range is no rule.</summary>
    public static IReadOnlyList<string> Of(ScoreCard score) => [.. score.Trace.Where(p => p.Rule != LeadScorer.KeptInRange).Select(p => Of(p.Part, p.Rule))];

    /// <summary>The key of a rule.</summary>
    public static string Of(string part, string rule) => $"{part}{Between}{rule}";

    /// <summary>The part and the name.</summary>
    public static (string Part, string Rule) Split(string key) => key.IndexOf(Between, StringComparison.Ordinal) is var at and > 0 ? (key[..at], key[(at + 1)..]) : ("", key);
}
