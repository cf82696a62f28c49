using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Places;

/// <summary>
/// Knows which places take no messages, so that nobody sends there in vain. Now and then one send may try all the same: a place that nobody
/// said is back is found to be.
/// </summary>
public sealed class PlaceHealth(ILostPlaces lost, IAgenda agenda, Pulse pulse, TimeProvider time) : IPlaceHealth
{
    private const int MaxTries = 20;

    // Replaced as a whole by whoever reads again; several may, and find the same.
    private volatile Known known = new([], DateTimeOffset.MinValue);

    // The handoff whose post a place refused last: one refused card may be its own fault, two are the place's.
    private readonly ConcurrentDictionary<Place, HandoffId> refused = new();

    /// <summary>How long what was read is believed: within that every replica knows.</summary>
    public TimeSpan Memory => pulse.Safety;

    /// <summary>Whether nothing should be sent there now. Where it is time to try, the first who asks is told no, and nobody else for a while.</summary>
    public async Task<bool> IsClosedAsync(Place place, CancellationToken cancellation)
    {
        if (await LookAsync(place, cancellation) is not { IsLost: true } row)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (row.ProbeAt > now || !await lost.SaveAsync(row with { ProbeAt = now + pulse.Probe }, cancellation))
        {
            return true;
        }

        Forget();
        return false;
    }

    /// <summary>Whether it is lost, without claiming the right to try.</summary>
    public async Task<bool> IsLostAsync(Place place, CancellationToken cancellation) => await LookAsync(place, cancellation) is { IsLost: true };

    /// <inheritdoc />
    public Task LostAsync(Place place, string why, CancellationToken cancellation) => LostAsync(place, why, DateTimeOffset.MaxValue, cancellation);

    /// <summary>A send met a place that takes no messages. One that is back since the send began is not lost by it.</summary>
    /// <param name="place">The channel.</param>
    /// <param name="why">What the platform said, without secrets.</param>
    /// <param name="begun">When the send began.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task LostAsync(Place place, string why, DateTimeOffset begun, CancellationToken cancellation)
    {
        await ChangeAsync(
            place,
            (row, now) => row is { IsLost: true } || row?.RevivedAt > begun ? null : row is null
                ? new LostPlace(place, why, now, "") { ProbeAt = now + pulse.Probe }
                : row with { Why = why, RevivedAt = null, ProbeAt = now + pulse.Probe },
            cancellation);
    }

    /// <summary>A place said that it wants nothing any more: nothing is sent there until a person says so.</summary>
    /// <param name="place">The place.</param>
    /// <param name="why">What it said, without secrets.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task StopAsync(Place place, string why, CancellationToken cancellation) => ChangeAsync(
        place,
        (row, now) => row is null ? new LostPlace(place, why, now, "") { ProbeAt = LostPlace.Never }
            : row is { IsLost: true, ProbeAt: var at } && at == LostPlace.Never ? null
            : row with { Why = why, RevivedAt = null, ProbeAt = LostPlace.Never },
        cancellation);

    /// <summary>A person says that it is there again: the next send may try.</summary>
    public Task ProbeAsync(Place place, CancellationToken cancellation) =>
        ChangeAsync(place, (row, now) => row is { IsLost: true } ? row with { ProbeAt = now } : null, cancellation);

    /// <inheritdoc />
    public async Task RevivedAsync(Place place, CancellationToken cancellation)
    {
        refused.TryRemove(place, out _);
        await ChangeAsync(place, (row, now) => row is { IsLost: true } ? row with { RevivedAt = now } : null, cancellation);
    }

    /// <summary>A place refused a handoff's post. When it has refused another one's before, and taken none since, it is lost.</summary>
    public Task RefusedAsync(Place place, HandoffId handoff, string why, CancellationToken cancellation) =>
        refused.GetOrAdd(place, handoff) != handoff ? LostAsync(place, why, cancellation) : Task.CompletedTask;

    /// <summary>A message arrived there.</summary>
    public async Task WorksAsync(Place place, CancellationToken cancellation)
    {
        refused.TryRemove(place, out _);
        if (await IsLostAsync(place, cancellation))
        {
            await RevivedAsync(place, cancellation);
        }
    }

    private async Task ChangeAsync(Place place, Func<LostPlace?, DateTimeOffset, LostPlace?> change, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (change(await lost.FindAsync(place, cancellation), now) is not { } next)
            {
                return;
            }

            // What must be told is told even if the process dies right after.
            await agenda.AddAsync(new Wake(WakeKind.Place, place.ToString(), now + pulse.Safety), cancellation);
            if (await lost.SaveAsync(next, cancellation))
            {
                Forget();
                await agenda.AddAsync(new Wake(WakeKind.Place, place.ToString(), now), cancellation);
                return;
            }
        }

        throw new TimeoutException($"What is known of {place} was changed by others {MaxTries} times; try again.");
    }

    private async Task<LostPlace?> LookAsync(Place place, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var seen = known;
        if (now - seen.At >= Memory)
        {
            known = seen = new Known(await lost.AllAsync(cancellation), now);
        }

        return seen.Lost.FirstOrDefault(p => p.Place == place);
    }

    private void Forget() => known = new Known([], DateTimeOffset.MinValue);

    private sealed record Known(IReadOnlyList<LostPlace> Lost, DateTimeOffset At);
}
