using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Facts, one a handoff; an older version never replaces a newer one.</summary>
public sealed class MemoryFacts(ConcurrentDictionary<HandoffId, HandoffFact> rows, Wire wire) : IFacts
{
    public async IAsyncEnumerable<HandoffFact> OfWeekAsync(string week, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var fact in await wire.CallAsync("facts.week", () => rows.Values.Where(f => f.Week == week).ToList())) yield return fact;
    }

    public async IAsyncEnumerable<HandoffFact> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var fact in await wire.CallAsync("facts.open", () => rows.Values.Where(f => f.WaitsForSales).ToList())) yield return fact;
    }

    public Task<IReadOnlyList<string>> WeeksAsync(CancellationToken cancellation) =>
        wire.CallAsync("facts.weeks", IReadOnlyList<string> () => [.. rows.Values.Select(f => f.Week).Distinct().Order()]);

    public Task PutAsync(HandoffFact fact, CancellationToken cancellation) =>
        wire.CallAsync("facts.put", () => rows.AddOrUpdate(fact.Id, fact, (_, there) => there.Version > fact.Version ? there : fact));
}
