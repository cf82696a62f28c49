namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Open handoffs, the most urgent first.</summary>
/// <param name="Total">How many are open.</param>
/// <param name="Rows">Hot first, then soonest due, then by company; at most <see cref="Limit"/>.</param>
public sealed record QueueFigures(int Total, IReadOnlyList<OpenHandoff> Rows)
{
    /// <summary>The most that are listed.</summary>
    public const int Limit = 20;

    /// <summary>How many are open and not listed.</summary>
    public int More => Total - Rows.Count;

    /// <summary>Lists the open handoffs among facts that pass a test.</summary>
    public static QueueFigures Count(IEnumerable<HandoffFact> facts, Func<HandoffFact, bool> wanted, DateTimeOffset now)
    {
        var open = facts.Where(wanted).Select(f => OpenHandoff.Of(f, now)).OfType<OpenHandoff>().ToList();
        return new QueueFigures(open.Count, [.. OpenHandoff.ByUrgency(open).Take(Limit)]);
    }
}
