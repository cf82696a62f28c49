using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Facts, one a handoff; an older version never replaces a newer one. Writing is two steps: that a version is coming, and the fact.</summary>
public sealed class MemoryFacts(ConcurrentDictionary<HandoffId, HandoffFact> rows, ConcurrentDictionary<HandoffId, int> begun, Wire wire) : IFacts
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

    public async Task<bool> PutAsync(HandoffFact fact, CancellationToken cancellation)
    {
        if (rows.TryGetValue(fact.Id, out var newer) && newer.Version > fact.Version) return true;
        if (await wire.CallAsync("facts.begin", () => begun.AddOrUpdate(fact.Id, fact.Version, (_, there) => Math.Max(there, fact.Version))) > fact.Version) return false;
        await wire.CallAsync("facts.put", () => rows.AddOrUpdate(fact.Id, fact, (_, there) => there.Version > fact.Version ? there : fact));
        return true;
    }
}
