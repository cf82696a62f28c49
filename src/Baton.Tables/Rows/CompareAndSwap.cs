namespace Baton.Tables;

/// <summary>Reads and writes again as long as somebody else is quicker.</summary>
internal static class CompareAndSwap
{
    /// <summary>After so many lost races the row is in a hotter place than any of ours should be.</summary>
    public const int MaxAttempts = 100;

    // Those who meet again and again do so in step: each steps back for a time of its own.
    private const int PatientAttempts = 3;
    private const int LongestStepBack = 20;

    /// <summary>
    /// Repeats until <paramref name="attempt"/> answers true. False, or a conflict that it lets through, means: read again.
    /// <see cref="TableUnavailableException"/> after <see cref="MaxAttempts"/>.
    /// </summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> attempt, CancellationToken ct)
    {
        for (var i = 0; i < MaxAttempts; i++)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                if (await attempt())
                    return;
            }
            catch (TableConflictException)
            {
                // Lost this race: nothing was written.
            }

            if (i >= PatientAttempts)
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, Math.Min(i, LongestStepBack) + 1)), TimeProvider.System, ct);
        }

        throw new TableUnavailableException(TableUnavailable.Locked, $"{what} was changed by others {MaxAttempts} times in a row.", "Try again later.");
    }
}
