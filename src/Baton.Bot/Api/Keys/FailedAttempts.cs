namespace Baton.Bot.Api;

/// <summary>Counts calls that were refused and says so at most once in a while, so that a guesser cannot fill the log.</summary>
internal sealed partial class FailedAttempts(TimeProvider time, ILogger<FailedAttempts> log)
{
    internal static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();

    // Both guarded by guard.
    private long? saidAt;
    private int unsaid;

    /// <summary>Counts one.</summary>
    internal void Add()
    {
        int count;
        lock (guard)
        {
            unsaid++;
            if (saidAt is { } last && time.GetElapsedTime(last) < Between)
            {
                return;
            }

            saidAt = time.GetTimestamp();
            (count, unsaid) = (unsaid, 0);
        }

        Log.Refused(log, count, Between);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} calls of the API without a right key since this was last said (said at most every {Between}).")]
        public static partial void Refused(ILogger log, int count, TimeSpan between);
    }
}
