using System.Collections.Frozen;
using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Scoring;

/// <summary>What parts and rules of a score are called in a reader's language. A rule that a company named itself keeps that name.</summary>
public static class ScoreNames
{
    private static readonly FrozenSet<string> Own =
        DefaultRules.Attributes.Concat(DefaultRules.Behaviour).Concat(DefaultRules.Engagement).Select(r => r.Name).Append(LeadScorer.KeptInRange).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every rule that Baton named.</summary>
    public static IReadOnlyCollection<string> Known => Own;

    /// <summary>A rule's name.</summary>
    public static string Rule(string name, string locale) => Own.Contains(name) ? Texts.Of<ScoringTexts>(locale)["rule." + name] : name;

    /// <summary>The name of a part: <c>attributes</c>, <c>behaviour</c> or <c>engagement</c>.</summary>
    public static string Part(string name, string locale) => Texts.Of<ScoringTexts>(locale)["part." + name];
}
