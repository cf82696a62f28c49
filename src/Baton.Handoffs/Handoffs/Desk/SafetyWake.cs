using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Desk;

/// <summary>
/// The wake-up of one commit. A sweep that handles it before the commit is there would find nothing and delete it: so it lies further ahead than
/// a commit may take, and where a slow store was slower than that, another takes its place. For one caller at a time.
/// </summary>
public sealed class SafetyWake
{
    private const int MaxTries = 3;

    private readonly SafetyWakes wakes;
    private readonly IHandoffStore store;
    private readonly Pulse pulse;

    internal SafetyWake(SafetyWakes wakes, IHandoffStore store, Pulse pulse, Wake wake, Task written) =>
        (this.wakes, this.store, this.pulse, Wake, Written) = (wakes, store, pulse, wake, written);

    /// <summary>The wake-up, which may be deleted by who has done what the commit left to do.</summary>
    public Wake Wake { get; private set; }

    /// <summary>Done when it is there, as far as it must be before the commit.</summary>
    public Task Written { get; }

    /// <summary>
    /// Commits under this wake-up; false when somebody else was quicker, and nothing was written. A commit that fails may be there all the same:
    /// a new wake-up is left behind for it.
    /// </summary>
    /// <param name="change">A change of the handoff.</param>
    /// <param name="cancellation">Ends the wait; what is committed stays committed.</param>
    /// <exception cref="TimeoutException">The store is so slow that no wake-up could be brought ahead of the commit; nothing was changed.</exception>
    public async Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation)
    {
        if (store.TakesWakes)
        {
            return await store.CommitAsync(change with { Wake = Wake }, cancellation);
        }

        await Written;
        await BringAheadAsync(change.Id, cancellation);
        if (!await CommitOrLeaveOneAsync(change, cancellation))
        {
            return false;
        }

        // It may be used up. The change is there, so this has to be, whether or not somebody still waits. Where the store does not take even that,
        // the change is there all the same: its caller goes on, and delivers.
        if (wakes.Left(Wake) <= pulse.Sweep)
        {
            Wake = await LeaveOneAsync(change.Id) ?? Wake;
        }

        return true;
    }

    // The read beside it, or the way to another try, may have taken long.
    private async Task BringAheadAsync(HandoffId id, CancellationToken cancellation)
    {
        for (var tries = 1; wakes.Left(Wake) < pulse.CommitLimit; tries++)
        {
            if (tries > MaxTries)
            {
                throw new TimeoutException($"The store was {MaxTries} times too slow to write a wake-up for handoff {id}; nothing was changed. Try again.");
            }

            Wake = await wakes.WriteAsync(id, cancellation);
        }
    }

    private async Task<bool> CommitOrLeaveOneAsync(HandoffChange change, CancellationToken cancellation)
    {
        try
        {
            return await store.CommitAsync(change, cancellation);
        }
        catch (Exception)
        {
            await LeaveOneAsync(change.Id);
            throw;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What the commit failed with is what its caller must hear; a store that failed at it may well fail at this.")]
    private async Task<Wake?> LeaveOneAsync(HandoffId id)
    {
        try
        {
            return await wakes.WriteAsync(id, CancellationToken.None);
        }
        catch (Exception)
        {
            // Whoever is told of a failure tries again, and brings another wake-up.
            return null;
        }
    }
}
