namespace Baton.Teams.StandIn.Connector;

/// <summary>
/// How often the bot may call: in each conversation 7 writes in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour, and twice as many questions.
/// Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </summary>
public sealed class ConnectorLimits
{
    private static readonly (int Most, TimeSpan Length)[] Writes = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    // Guarded by itself: requests come at once.
    private readonly Dictionary<string, List<DateTimeOffset>> calls = [];
    private readonly TimeProvider time;

    internal ConnectorLimits(TimeProvider time) => this.time = time;

    /// <summary>Whether limits hold at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many calls were turned away with 429.</summary>
    public int TurnedAway { get; private set; }

    /// <summary>Takes one call off the allowance.</summary>
    /// <returns>How long to wait when there is none left; null when the call may go on.</returns>
    internal TimeSpan? Take(string place, bool writes)
    {
        if (!Enabled)
        {
            return null;
        }

        lock (calls)
        {
            var now = time.GetUtcNow();
            var key = $"{writes} {place}";
            var made = calls.TryGetValue(key, out var there) ? there : calls[key] = [];
            var times = writes ? 1 : 2;
            foreach (var (most, length) in Writes.Where(it => made.Count(at => at > now - it.Length) >= it.Most * times))
            {
                TurnedAway++;
                return made[^(most * times)] + length - now;
            }

            made.Add(now);
            return null;
        }
    }
}
