using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>Finds what is wrong with a scoring rule.</summary>
internal static class ScoreRuleErrors
{
    private const int MaxDays = 3650;

    internal static IEnumerable<string> Of(ScoreRule rule, string key) =>
    [
        .. string.IsNullOrWhiteSpace(rule.Name) ? [OptionError.Of($"{key}:Name", rule.Name, "a name")] : Array.Empty<string>(),
        .. OptionError.Range($"{key}:Points", rule.Points, -ScoreRule.MaxPoints, ScoreRule.MaxPoints),
        .. rule.Field is null ? OfEngagement(rule, key) : OfField(rule, key),
    ];

    private static IEnumerable<string> OfField(ScoreRule rule, string key)
    {
        if (!LeadFields.IsPath(rule.Field!))
        {
            yield return OptionError.Of($"{key}:Field", rule.Field, $"one of {string.Join(", ", LeadFields.All)} or {LeadFields.AttributePrefix}<name>");
        }

        if (rule.Kinds is not null || rule.MinCount is not null || rule.WithinDays is not null)
        {
            yield return OptionError.Of($"{key}:Field", rule.Field, "left out in a rule with Kinds, MinCount or WithinDays: a rule asks about a field or about engagements");
        }

        if (rule.Is is null && rule.Contains is null && rule.Min is null && rule.Max is null)
        {
            yield return OptionError.Of($"{key}:Field", rule.Field, "used with Is, Contains, Min or Max; Is [\"*\"] holds for anything that is there");
        }

        if (rule.Min > rule.Max)
        {
            yield return OptionError.Of($"{key}:Min", rule.Min, $"at most Max, which is {rule.Max}");
        }
    }

    private static IEnumerable<string> OfEngagement(ScoreRule rule, string key)
    {
        if (rule.Kinds is not { Count: > 0 })
        {
            yield return OptionError.Of($"{key}:Kinds", "", "a list such as [\"form\"], unless Field is set");
        }

        if (rule.Is is not null || rule.Min is not null || rule.Max is not null)
        {
            yield return OptionError.Of($"{key}:Kinds", string.Join(", ", rule.Kinds ?? []), "used without Is, Min and Max, which ask about a Field");
        }

        foreach (var error in OptionError.Range($"{key}:MinCount", rule.MinCount ?? 1, 1, LeadLimits.MaxCount).Concat(OptionError.Range($"{key}:WithinDays", rule.WithinDays ?? 1, 1, MaxDays)))
        {
            yield return error;
        }
    }
}
