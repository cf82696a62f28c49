using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>
/// What qualifies, as it is configured (section <c>Scoring</c>). A list that is left out means the built-in one
/// (<see cref="DefaultRules"/>); a list that is given replaces it as a whole, an empty one means none.
/// They are arrays because the configuration binder leaves a <c>List</c> alone when the configured one is empty.
/// </summary>
public sealed class ScoringOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Scoring";

    /// <summary>The score from which a lead is qualified when its sender does not say, 0 to 100.</summary>
    public int Threshold { get; set; } = 60;

    /// <summary>The score from which a qualified lead is hot, <see cref="Threshold"/> to 100.</summary>
    public int HotThreshold { get; set; } = 85;

    /// <summary>The fields without which a lead goes back to marketing; null means <see cref="MissingFields.Default"/>.</summary>
    public string[]? RequiredFields { get; set; }

    /// <summary>Who they are: company size, industry, title. Together 0 to 30.</summary>
    public ScoreRule[]? Attributes { get; set; }

    /// <summary>What they did: visits, downloads, opened e-mails. Together 0 to 40.</summary>
    public ScoreRule[]? Behaviour { get; set; }

    /// <summary>How lately and how seriously: enquiries, seminars, recency. Together 0 to 30.</summary>
    public ScoreRule[]? Engagement { get; set; }

    /// <summary>The required fields that count.</summary>
    public IReadOnlyList<string> EffectiveRequiredFields => RequiredFields ?? MissingFields.Default;

    /// <summary>The rules that count, part by part: name, most points, rules.</summary>
    public IReadOnlyList<ScorePart> EffectiveParts =>
    [
        new("attributes", ScoreCard.MaxAttributes, Attributes ?? DefaultRules.Attributes),
        new("behaviour", ScoreCard.MaxBehaviour, Behaviour ?? DefaultRules.Behaviour),
        new("engagement", ScoreCard.MaxEngagement, Engagement ?? DefaultRules.Engagement),
    ];

    /// <summary>Everything wrong, each with key, value and what is allowed; empty when all is right.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. OptionError.Range($"{Section}:{nameof(Threshold)}", Threshold, 0, 100),
        .. OptionError.Range($"{Section}:{nameof(HotThreshold)}", HotThreshold, Math.Clamp(Threshold, 0, 100), 100),
        .. EffectiveRequiredFields.Where(f => !LeadFields.IsPath(f)).Select((f, at) => OptionError.Of($"{Section}:{nameof(RequiredFields)}:{at}", f, $"one of {string.Join(", ", LeadFields.All)}")),
        .. EffectiveParts.SelectMany(Validate),
    ];

    private static IEnumerable<string> Validate(ScorePart part)
    {
        var key = $"{Section}:{char.ToUpperInvariant(part.Name[0])}{part.Name[1..]}";
        var twice = part.Rules.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1 && g.Key.Length > 0);
        return part.Rules.SelectMany((rule, at) => rule.Validate($"{key}:{at}"))
            .Concat(twice.Select(g => OptionError.Of($"{key}:Name", g.Key, "unique within its part")));
    }
}

/// <summary>One of the three parts of a score.</summary>
/// <param name="Name"><c>attributes</c>, <c>behaviour</c> or <c>engagement</c>.</param>
/// <param name="Most">The most points that it gives; the least is 0.</param>
/// <param name="Rules">Its rules, in order.</param>
public sealed record ScorePart(string Name, int Most, IReadOnlyList<ScoreRule> Rules);
