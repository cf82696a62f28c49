namespace Baton.Handoffs.Funnel;

/// <summary>Reads and writes the facts that figures are counted from.</summary>
public interface IFacts
{
    /// <summary>Every fact of an ISO week such as <c>2026-W47</c>, in no particular order.</summary>
    IAsyncEnumerable<HandoffFact> OfWeekAsync(string week, CancellationToken cancellation);

    /// <summary>The weeks that have facts, oldest first.</summary>
    Task<IReadOnlyList<string>> WeeksAsync(CancellationToken cancellation);

    /// <summary>Writes a fact; an older version never replaces a newer one.</summary>
    Task PutAsync(HandoffFact fact, CancellationToken cancellation);
}
