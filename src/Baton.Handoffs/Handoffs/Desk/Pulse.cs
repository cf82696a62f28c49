namespace Baton.Handoffs.Handoffs.Desk;

/// <summary>How long things may take. All of these are times of the process's clock: a demo that runs faster stretches them.</summary>
public sealed record Pulse
{
    /// <summary>The wake-up that precedes every commit is due after this: what a crash leaves undone is taken up then.</summary>
    public TimeSpan Safety { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a commit may take before it counts as failed; far shorter than <see cref="Safety"/>, so that a wake-up outlasts the commit that it precedes.</summary>
    public TimeSpan CommitLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an effect is claimed; longer than <see cref="SendLimit"/>, so that a living claim is never taken over.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one send may take before it counts as uncertain.</summary>
    public TimeSpan SendLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>First wait after a failed send; doubled each time, with jitter.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between tries.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After so many tries an effect is given up and waits for a person: with the waits above, about half a day.</summary>
    public int MaxAttempts { get; init; } = 20;

    /// <summary>How often one send tries whether a place that takes no messages takes them again.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a platform that does not take Baton's credential is tried again. It counts as no try: a secret that ends on a Friday night is replaced on Monday.</summary>
    public TimeSpan Unauthorized { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often each shard is asked what is due.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The same times on a clock that runs <paramref name="speed"/> times faster (at least 1).</summary>
    public Pulse Faster(double speed) => this with
    {
        Safety = Safety * speed,
        CommitLimit = CommitLimit * speed,
        Claim = Claim * speed,
        SendLimit = SendLimit * speed,
        FirstRetry = FirstRetry * speed,
        LongestRetry = LongestRetry * speed,
        Probe = Probe * speed,
        Unauthorized = Unauthorized * speed,
        Sweep = Sweep * Math.Max(1, speed / 10),
    };

    /// <summary>The wait after the <paramref name="attempt"/>th failed try (from 1): doubled each time, at most the longest, less up to half of it by chance.</summary>
    public TimeSpan Retry(int attempt, double chance) =>
        TimeSpan.FromTicks((long)(Math.Min(FirstRetry.Ticks * Math.Pow(2, Math.Min(attempt - 1, 30)), LongestRetry.Ticks) * (1 - (0.5 * chance))));
}
