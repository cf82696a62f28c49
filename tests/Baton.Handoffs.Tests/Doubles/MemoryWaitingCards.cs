using System.Collections.Concurrent;
using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Rows of waiting cards and of the lines that tell of them.</summary>
public sealed class MemoryWaitingRows
{
    private int tags;

    public ConcurrentDictionary<(Place, HandoffId), bool> Cards { get; } = [];

    public ConcurrentDictionary<Place, WaitingLine> Lines { get; } = [];

    public bool Save(WaitingLine line)
    {
        var next = line with { Tag = Interlocked.Increment(ref tags).ToString(CultureInfo.InvariantCulture) };
        return line.Tag.Length == 0 ? Lines.TryAdd(line.Place, next) : Lines.TryGetValue(line.Place, out var there) && there.Tag == line.Tag && Lines.TryUpdate(line.Place, next, there);
    }
}

/// <summary>A process's way to the waiting cards.</summary>
public sealed class MemoryWaitingCards(MemoryWaitingRows rows, Wire wire) : IWaitingCards
{
    public Task AddAsync(Place place, HandoffId handoff, CancellationToken cancellation) => wire.CallAsync("waiting.add", () => rows.Cards[(place, handoff)] = true);

    public Task RemoveAsync(Place place, HandoffId handoff, CancellationToken cancellation) => wire.CallAsync("waiting.remove", () => rows.Cards.TryRemove((place, handoff), out _));

    public Task<IReadOnlyList<HandoffId>> AllAsync(Place place, CancellationToken cancellation) =>
        wire.CallAsync("waiting.all", IReadOnlyList<HandoffId> () => [.. rows.Cards.Keys.Where(k => k.Item1 == place).Select(k => k.Item2)]);

    public Task<WaitingLine?> LineAsync(Place place, CancellationToken cancellation) => wire.CallAsync("waiting.line", () => rows.Lines.GetValueOrDefault(place));

    public Task<bool> SaveLineAsync(WaitingLine line, CancellationToken cancellation) => wire.CallAsync("waiting.save", () => rows.Save(line));

    public Task<bool> ForgetLineAsync(WaitingLine line, CancellationToken cancellation) => wire.CallAsync("waiting.forget", () => rows.Lines.TryRemove(line.Place, out _));
}
