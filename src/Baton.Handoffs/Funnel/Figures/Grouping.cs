using System.Globalization;
using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The value of a handoff in each dimension.</summary>
internal static class Grouping
{
    private const int BandWidth = 20;
    private const int LastBand = 80;

    /// <summary>The value that reports group by; empty when the handoff has none. The rep of a rejected one is who rejected it.</summary>
    public static string KeyOf(HandoffFact fact, Dimension dimension) => dimension switch
    {
        Dimension.Source => fact.Source,
        Dimension.Campaign => fact.Campaign ?? "",
        Dimension.Rep => ((fact.RejectedAt is null ? null : fact.ReasonBy) ?? fact.Owner)?.Value ?? "",
        Dimension.Team => fact.Pool ?? "",
        Dimension.Segment => fact.Segment ?? "",
        Dimension.Score => Band(fact.Score),
        Dimension.Region => fact.Region ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
    };

    /// <summary>The value of a rejection that stands no more: who rejected, where it was routed to then, and else what its handoff has.</summary>
    public static string KeyOf(Overtaken overtaken, Dimension dimension) => dimension switch
    {
        Dimension.Rep => overtaken.Rejection.By.Value,
        Dimension.Team => overtaken.Rejection.Pool,
        _ => KeyOf(overtaken.Fact, dimension),
    };

    /// <summary>Whether a handoff passes every filter.</summary>
    public static bool Passes(HandoffFact fact, IReadOnlyList<FactFilter> filters) => Passes(fact, filters, KeyOf);

    /// <summary>Whether a rejection that stands no more passes every filter.</summary>
    public static bool Passes(Overtaken overtaken, IReadOnlyList<FactFilter> filters) => Passes(overtaken, filters, KeyOf);

    private static bool Passes<T>(T counted, IReadOnlyList<FactFilter> filters, Func<T, Dimension, string> keyOf)
    {
        foreach (var filter in filters)
        {
            if (!Matches(keyOf(counted, filter.Dimension), filter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The band of a score: 0-19, 20-39, 40-59, 60-79 or 80-100.</summary>
    public static string Band(int score)
    {
        var from = Math.Clamp(score / BandWidth * BandWidth, 0, LastBand);
        var to = from == LastBand ? 100 : from + BandWidth - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
    }

    private static bool Matches(string key, FactFilter filter)
    {
        var (has, wanted) = (CommandText.Normal(key), CommandText.Normal(filter.Value).TrimStart('@'));
        return has == wanted || (filter.Dimension == Dimension.Rep && wanted.Length > 0 && has.Split('@')[0] == wanted);
    }
}
