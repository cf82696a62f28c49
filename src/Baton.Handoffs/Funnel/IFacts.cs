namespace Baton.Handoffs.Funnel;

/// <summary>Reads and writes the facts that figures are counted from.</summary>
public interface IFacts
{
    /// <summary>Every fact of an ISO week such as <c>2026-W47</c>, in no particular order.</summary>
    IAsyncEnumerable<HandoffFact> OfWeekAsync(string week, CancellationToken cancellation);

    /// <summary>The weeks that have facts, oldest first.</summary>
    Task<IReadOnlyList<string>> WeeksAsync(CancellationToken cancellation);

    /// <summary>
    /// The facts of handoffs that wait for somebody in sales (<see cref="HandoffFact.WaitsForSales"/>), in no particular order: its cost grows with
    /// what is open, never with what ever was. One that was just closed may still be among them.
    /// </summary>
    IAsyncEnumerable<HandoffFact> OpenAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes a fact; an older version never replaces a newer one. False when somebody began to write a newer one, and may have died at it: then the
    /// handoff is to be read again, and its fact put.
    /// </summary>
    Task<bool> PutAsync(HandoffFact fact, CancellationToken cancellation);
}
