namespace Baton.Handoffs.Scoring;

/// <summary>
/// One scoring rule as it is configured: points, and what must be true for them. It asks either about a field
/// (<see cref="Field"/>) or about what the contact did (<see cref="Kinds"/>); all conditions that are set must hold.
/// </summary>
public sealed class ScoreRule
{
    /// <summary>The most points that a rule gives or takes.</summary>
    public const int MaxPoints = 100;

    /// <summary>What the card's breakdown calls it; unique within its part.</summary>
    public string Name { get; set; } = "";

    /// <summary>-100 to 100. Each part is kept within its own range whatever its rules add up to.</summary>
    public int Points { get; set; }

    /// <summary>Of the rules of one group that hold, only the one with most points counts; null for none.</summary>
    public string? Group { get; set; }

    /// <summary>The field that is asked about: a path such as <c>contact.title</c> or <c>attributes.Rating</c>.</summary>
    public string? Field { get; set; }

    /// <summary>The field is, as a whole, one of these; <c>*</c> stands for any characters.</summary>
    public List<string>? Is { get; set; }

    /// <summary>The field (or what was engaged with) contains one of these words.</summary>
    public List<string>? Contains { get; set; }

    /// <summary>The field is a number of at least this.</summary>
    public int? Min { get; set; }

    /// <summary>The field is a number of at most this.</summary>
    public int? Max { get; set; }

    /// <summary>The contact did something of one of these kinds; <c>*</c> stands for any characters.</summary>
    public List<string>? Kinds { get; set; }

    /// <summary>Engagements of those kinds together count at least this.</summary>
    public int? MinCount { get; set; }

    /// <summary>Only engagements of the last so many days count.</summary>
    public int? WithinDays { get; set; }

    /// <summary>Everything wrong with it, each with its key; empty when it is right.</summary>
    /// <param name="key">The rule's key, such as <c>Scoring:Attributes:0</c>.</param>
    public IReadOnlyList<string> Validate(string key) => [.. ScoreRuleErrors.Of(this, key)];
}
