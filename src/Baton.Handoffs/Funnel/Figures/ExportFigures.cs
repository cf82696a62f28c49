using System.Globalization;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The handoffs that were handed over in a period, as rows of a table. Contacts are left out: figures need no personal data.</summary>
/// <param name="FileName">What the file is called, such as <c>baton-2026-W47.csv</c>.</param>
/// <param name="Rows">The heading row and one row a handoff, by handing-over time, then by id. Cells are unescaped and may hold untrusted text.</param>
public sealed record ExportFigures(string FileName, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly (string Name, Func<HandoffFact, object?> Value)[] Columns =
    [
        ("id", f => f.Id.Value),
        ("week", f => f.Week),
        ("state", f => f.State),
        ("source", f => f.Source),
        ("campaign", f => f.Campaign),
        ("pool", f => f.Pool),
        ("segment", f => f.Segment),
        ("region", f => f.Region),
        ("score", f => f.Score),
        ("tier", f => f.Tier),
        ("owner", f => f.Owner?.Value),
        ("company", f => f.CompanyName),
        ("qualified_at_source", f => f.QualifiedAtSource),
        ("offered_at", f => f.OfferedAt),
        ("card_visible_at", f => f.CardVisibleAt),
        ("accepted_at", f => f.AcceptedAt),
        ("rejected_at", f => f.RejectedAt),
        ("first_touch_at", f => f.FirstTouchAt),
        ("qualified_at", f => f.QualifiedAt),
        ("closed_at", f => f.ClosedAt),
        ("reason", f => f.Reason),
        ("reason_class", f => f.ReasonClass),
        ("earlier_reasons", f => string.Join(' ', (f.EarlierRejections ?? []).Select(r => r.Code))),
        ("amount", f => f.Amount),
        ("currency", f => f.Currency),
        ("human_delay_minutes", f => f.HumanDelay is { } delay ? Math.Round(delay.TotalMinutes, 1) : null),
    ];

    /// <summary>The rows of a period.</summary>
    public static ExportFigures Count(IEnumerable<HandoffFact> facts, Period period, IReadOnlyList<FactFilter> filters)
    {
        var rows = facts.Where(f => period.Holds(f.OfferedAt) && Grouping.Passes(f, filters))
            .OrderBy(f => f.OfferedAt).ThenBy(f => f.Id.Value, StringComparer.Ordinal)
            .Select(IReadOnlyList<string> (f) => [.. Columns.Select(c => Cell(c.Value(f)))]);
        return new ExportFigures($"baton-{period.Name}.csv", [[.. Columns.Select(c => c.Name)], .. rows]);
    }

    private static string Cell(object? value) => value switch
    {
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ => "",
    };
}
