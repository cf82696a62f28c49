using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>The words for dimensions: behind <c>by</c>, before <c>別</c>, and before <c>=</c> in a filter.</summary>
internal static class DimensionWords
{
    private const string Each = "別";

    private static readonly FrozenDictionary<string, Dimension> ByWord = new Dictionary<string, Dimension>
    {
        ["source"] = Dimension.Source,
        ["ソース"] = Dimension.Source,
        ["流入元"] = Dimension.Source,
        ["獲得元"] = Dimension.Source,
        ["campaign"] = Dimension.Campaign,
        ["キャンペーン"] = Dimension.Campaign,
        ["施策"] = Dimension.Campaign,
        ["rep"] = Dimension.Rep,
        ["owner"] = Dimension.Rep,
        ["担当"] = Dimension.Rep,
        ["担当者"] = Dimension.Rep,
        ["team"] = Dimension.Team,
        ["pool"] = Dimension.Team,
        ["チーム"] = Dimension.Team,
        ["プール"] = Dimension.Team,
        ["segment"] = Dimension.Segment,
        ["industry"] = Dimension.Segment,
        ["セグメント"] = Dimension.Segment,
        ["業種"] = Dimension.Segment,
        ["score"] = Dimension.Score,
        ["スコア"] = Dimension.Score,
        ["region"] = Dimension.Region,
        ["地域"] = Dimension.Region,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of them; a mistyped one is compared with these.</summary>
    public static IEnumerable<string> All => ByWord.Keys;

    /// <summary>The dimension of a word, or null.</summary>
    public static Dimension? Find(string word) => ByWord.TryGetValue(CommandText.Normal(word), out var dimension) ? dimension : null;

    /// <summary>The dimension of <c>ソース別</c>, or null.</summary>
    public static Dimension? FindEach(string word) =>
        CommandText.Normal(word) is var text && text.EndsWith(Each, StringComparison.Ordinal) ? Find(text[..^Each.Length]) : null;

    /// <summary>Reads <c>source=web</c>; a blank value asks for handoffs without one.</summary>
    public static bool TryFilter(string word, [NotNullWhen(true)] out FactFilter? filter)
    {
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        filter = sign > 0 && Find(word[..sign]) is { } dimension ? new FactFilter(dimension, word[(sign + 1)..].Trim()) : null;
        return filter is not null;
    }
}
