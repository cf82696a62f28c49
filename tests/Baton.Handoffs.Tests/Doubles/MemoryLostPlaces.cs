using System.Collections.Concurrent;
using System.Globalization;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Rows of lost places.</summary>
public sealed class MemoryPlaceRows
{
    private int tags;

    public ConcurrentDictionary<Place, LostPlace> Lost { get; } = [];

    public bool Save(LostPlace lost)
    {
        var next = lost with { Tag = Interlocked.Increment(ref tags).ToString(CultureInfo.InvariantCulture) };
        return lost.Tag.Length == 0 ? Lost.TryAdd(lost.Place, next) : Lost.TryGetValue(lost.Place, out var there) && there.Tag == lost.Tag && Lost.TryUpdate(lost.Place, next, there);
    }

    public bool Forget(LostPlace lost) => Lost.TryGetValue(lost.Place, out var there) && there.Tag == lost.Tag && Lost.TryRemove(lost.Place, out _);
}

/// <summary>A process's way to the lost places.</summary>
public sealed class MemoryLostPlaces(MemoryPlaceRows rows, Wire wire) : ILostPlaces
{
    public Task<IReadOnlyList<LostPlace>> AllAsync(CancellationToken cancellation) => wire.CallAsync("places.all", IReadOnlyList<LostPlace> () => [.. rows.Lost.Values]);

    public Task<LostPlace?> FindAsync(Place place, CancellationToken cancellation) => wire.CallAsync("places.find", () => rows.Lost.GetValueOrDefault(place));

    public Task<bool> SaveAsync(LostPlace lost, CancellationToken cancellation) => wire.CallAsync("places.save", () => rows.Save(lost));

    public Task<bool> ForgetAsync(LostPlace lost, CancellationToken cancellation) => wire.CallAsync("places.forget", () => rows.Forget(lost));
}
