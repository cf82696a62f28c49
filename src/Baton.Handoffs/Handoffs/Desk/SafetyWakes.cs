using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Desk;

/// <summary>
/// Makes the wake-ups that must be there before commits: what a crash after a commit leaves undone is taken up then. Each counts from the moment
/// when it is written, whatever instant the change itself is about, and each is one commit's alone: who has handled one may delete it, and
/// deletes nobody else's.
/// </summary>
public sealed class SafetyWakes(IHandoffStore store, IAgenda agenda, Pulse pulse, TimeProvider time)
{
    private readonly long lot = Random.Shared.NextInt64(TimeSpan.TicksPerSecond);

    // Ticks of the wake-up that was made last; replaced by compare-and-swap.
    private long latest;

    /// <summary>A commit is coming: its wake-up is written beside whatever its caller does meanwhile. Where the store takes it with the change, nothing is written yet.</summary>
    /// <param name="id">The handoff that will be changed.</param>
    /// <param name="cancellation">Ends the wait for the wake-up.</param>
    public SafetyWake Begin(HandoffId id, CancellationToken cancellation)
    {
        var wake = Next(id);
        return new SafetyWake(this, store, pulse, wake, store.TakesWakes ? Task.CompletedTask : agenda.AddAsync(wake, cancellation));
    }

    /// <summary>Writes a wake-up for what is about to happen to a handoff.</summary>
    /// <param name="id">The handoff.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Wake> WriteAsync(HandoffId id, CancellationToken cancellation)
    {
        var wake = Next(id);
        await agenda.AddAsync(wake, cancellation);
        return wake;
    }

    /// <summary>How long it is until a wake-up is due.</summary>
    internal TimeSpan Left(Wake wake) => wake.Due - time.GetUtcNow();

    // A wake-up is a row that is known by its instant: no two of a process have the same, and the part of a second that is drawn by lot for each
    // process keeps apart those of several. They stay in the order in which they are made, unless the clock is set back.
    private Wake Next(HandoffId id)
    {
        var due = (time.GetUtcNow() + pulse.Safety).UtcTicks + lot;
        while (true)
        {
            var seen = Interlocked.Read(ref latest);
            var next = seen >= due && seen - due < TimeSpan.TicksPerSecond ? seen + 1 : due;
            if (Interlocked.CompareExchange(ref latest, next, seen) == seen)
            {
                return new Wake(WakeKind.Handoff, id.Value, new DateTimeOffset(next, TimeSpan.Zero));
            }
        }
    }
}
