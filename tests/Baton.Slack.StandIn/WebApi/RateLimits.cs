namespace Baton.Slack.StandIn.WebApi;

/// <summary>
/// How often the app may call: per method and minute, and for messages once a second per channel with a small burst.
/// Source: https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
public sealed class RateLimits
{
    private const string Posting = "chat.postMessage";
    private const int PostBurst = 3;

    // Guarded by itself: requests come at once.
    private readonly Dictionary<string, Bucket> buckets = [];
    private readonly Dictionary<string, int> overrides = [];
    private readonly TimeProvider time;

    internal RateLimits(TimeProvider time) => this.time = time;

    /// <summary>Whether limits hold at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How much faster than real time the allowances come back: 20 lets 20 messages a second into a channel.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>How many calls were turned away with 429.</summary>
    public int TurnedAway { get; private set; }

    /// <summary>Another allowance for a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="perMinute">How often a minute, at least 1.</param>
    public void Allow(string method, int perMinute)
    {
        lock (buckets)
        {
            overrides[method] = perMinute;
            buckets.Remove(method);
        }
    }

    /// <summary>Takes one call off the allowance.</summary>
    /// <returns>How long to wait when there is none left; null when the call may go on.</returns>
    internal TimeSpan? Take(string method, int perMinute, string? channel)
    {
        if (!Enabled)
        {
            return null;
        }

        lock (buckets)
        {
            var allowed = overrides.GetValueOrDefault(method, perMinute);
            var whole = Bucket(method, allowed, allowed / 60.0);
            var place = method == Posting && channel is not null ? Bucket($"{method} {channel}", PostBurst, 1) : null;
            var wait = Math.Max(whole.Wait(time, Speed), place?.Wait(time, Speed) ?? 0);
            if (wait > 0)
            {
                TurnedAway++;
                return TimeSpan.FromSeconds(Math.Ceiling(wait));
            }

            whole.Take();
            place?.Take();
            return null;
        }
    }

    private Bucket Bucket(string key, double most, double perSecond) =>
        buckets.TryGetValue(key, out var bucket) ? bucket : buckets[key] = new Bucket(most, perSecond, time.GetUtcNow());
}

