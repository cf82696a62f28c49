using System.Globalization;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>A scoring rule made ready to be asked many times.</summary>
internal sealed class ScoreCondition(ScoreRule rule)
{
    private readonly Glob[]? wholes = rule.Is?.Select(p => new Glob(p)).ToArray();
    private readonly Words[]? words = rule.Contains?.Select(w => new Words(w)).ToArray();
    private readonly Glob[] kinds = [.. (rule.Kinds ?? []).Select(k => new Glob(k))];

    internal ScoreRule Rule => rule;

    internal bool Holds(Lead lead, DateTimeOffset now) => rule.Field is { } field ? FieldHolds(lead.TextAt(field)) : Counted(lead, now) >= (rule.MinCount ?? 1);

    private bool FieldHolds(string? value) =>
        !string.IsNullOrWhiteSpace(value)
        && (wholes is null || Glob.AnyMatches(wholes, value))
        && (words is null || Words.AnyAreIn(words, value))
        && ((rule.Min is null && rule.Max is null) || InRange(value));

    private bool InRange(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && number >= (rule.Min ?? decimal.MinValue) && number <= (rule.Max ?? decimal.MaxValue);

    private long Counted(Lead lead, DateTimeOffset now) => lead.Engagements.Where(e => Counts(e, now)).Sum(e => (long)e.Count);

    private bool Counts(Engagement done, DateTimeOffset now) =>
        Glob.AnyMatches(kinds, done.Kind)
        && (words is null || Words.AnyAreIn(words, done.What))
        && (rule.WithinDays is not { } days || (done.At is { } at && now - at <= TimeSpan.FromDays(days)));
}
