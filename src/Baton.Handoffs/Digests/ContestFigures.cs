using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Digests;

/// <summary>What became of the rejections that marketing contested in a period.</summary>
/// <param name="Open">Not decided yet.</param>
/// <param name="Upheld">Reopened.</param>
/// <param name="Dismissed">The rejection stands.</param>
/// <param name="Listed">The first few, in the order of contesting, then by company.</param>
public sealed record ContestFigures(int Open, int Upheld, int Dismissed, IReadOnlyList<ContestOutcome> Listed)
{
    /// <summary>The most that are listed.</summary>
    public const int Limit = 5;

    /// <summary>All of them.</summary>
    public int Total => Open + Upheld + Dismissed;

    internal static ContestFigures Count(IEnumerable<HandoffFact> facts, Period period)
    {
        var contested = facts.Where(f => f.Contest is "open" or "upheld" or "dismissed" && period.Holds(f.ContestedAt))
            .OrderBy(f => f.ContestedAt).ThenBy(f => f.CompanyName, StringComparer.Ordinal).ThenBy(f => f.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new ContestFigures(
            contested.Count(f => f.Contest == "open"), contested.Count(f => f.Contest == "upheld"), contested.Count(f => f.Contest == "dismissed"),
            [.. contested.Take(Limit).Select(f => new ContestOutcome(f.CompanyName, f.ContactName, f.Contest!))]);
    }
}

/// <summary>One contest.</summary>
/// <param name="Company">The lead's company; untrusted.</param>
/// <param name="Contact">The lead's contact; untrusted.</param>
/// <param name="Outcome"><c>open</c>, <c>upheld</c> or <c>dismissed</c>.</param>
public sealed record ContestOutcome(string? Company, string? Contact, string Outcome);
