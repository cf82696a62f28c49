using Baton.Handoffs.Replicas;

namespace Baton.Slack.Api;

/// <summary>
/// Keeps the calls of one workspace within Slack's limits, each method for itself: a bucket of tokens that fills as fast as its tier allows.
/// Where several processes share the workspace each takes its part. What they do too much all the same Slack stops with a 429, which closes that method until its time is up.
/// </summary>
/// <param name="time">The world's time.</param>
/// <param name="replicas">Who shares the workspace; null for nobody.</param>
public sealed class SlackPace(TimeProvider time, IReplicas? replicas = null)
{
    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<SlackMethod, Bucket> buckets = [];

    /// <summary>Takes leave for one call; null when it may go now, else how long there is no use in asking again.</summary>
    public TimeSpan? Take(SlackMethod method)
    {
        lock (gate)
        {
            return BucketOf(method).Take(method.Tier.SharedBy(replicas?.Living ?? 1), time.GetTimestamp(), time);
        }
    }

    /// <summary>Slack asked to wait with that method.</summary>
    public void Close(SlackMethod method, TimeSpan wait)
    {
        lock (gate)
        {
            BucketOf(method).Close(wait, time.GetTimestamp(), time);
        }
    }

    private Bucket BucketOf(SlackMethod method) =>
        buckets.TryGetValue(method, out var bucket) ? bucket : buckets[method] = new Bucket { Tokens = method.Tier.Burst, At = time.GetTimestamp() };

    private sealed class Bucket
    {
        // Covers what is lost between ticks and fractions, so that whoever waits as told gets through.
        private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

        private TimeSpan closedFor;

        public required double Tokens { get; set; }

        public required long At { get; set; }

        public TimeSpan? Take(SlackTier tier, long now, TimeProvider time)
        {
            Pass(tier, now, time);
            if (closedFor > TimeSpan.Zero)
            {
                return closedFor;
            }

            if (Tokens < 1)
            {
                return TimeSpan.FromMinutes((1 - Tokens) / tier.PerMinute) + Rounding;
            }

            Tokens--;
            return null;
        }

        // What was saved up before counts no more: Slack has just said that it was too much.
        public void Close(TimeSpan wait, long now, TimeProvider time)
        {
            closedFor -= time.GetElapsedTime(At, now);
            At = now;
            closedFor = wait > closedFor ? wait : closedFor;
            Tokens = 1;
        }

        private void Pass(SlackTier tier, long now, TimeProvider time)
        {
            var passed = time.GetElapsedTime(At, now);
            At = now;
            var open = passed - (closedFor > TimeSpan.Zero ? closedFor : TimeSpan.Zero);
            closedFor -= passed;

            // A new bucket is full for one process: its part may be less.
            Tokens = Math.Min(tier.Burst, Tokens + (open > TimeSpan.Zero ? open.TotalMinutes * tier.PerMinute : 0));
        }
    }
}
