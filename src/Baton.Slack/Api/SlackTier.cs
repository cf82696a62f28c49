namespace Baton.Slack.Api;

/// <summary>
/// How often a method may be called for one workspace. In no minute are there more calls than <see cref="Burst"/> + <see cref="PerMinute"/>,
/// which is what Slack promises to take (https://docs.slack.dev/apis/web-api/rate-limits).
/// </summary>
/// <param name="Burst">Calls that may be made at once after a rest, at least 1.</param>
/// <param name="PerMinute">Calls a minute that may follow, more than 0.</param>
public sealed record SlackTier(int Burst, double PerMinute)
{
    /// <summary>One call a minute. Ten at once are let through all the same, as many as there may be sockets of one app: there the 429 decides.</summary>
    public static SlackTier One { get; } = new(10, 1);

    /// <summary>50 a minute.</summary>
    public static SlackTier Three { get; } = new(10, 40);

    /// <summary>100 a minute.</summary>
    public static SlackTier Four { get; } = new(20, 80);

    /// <summary>Posting: "several hundred" a minute for a workspace, taken as 300; the second between two messages in a channel is kept elsewhere.</summary>
    public static SlackTier Posting { get; } = new(30, 270);

    /// <summary>The part of one of several processes: together they make no more calls a minute, unless there are more of them than calls in a burst.</summary>
    public SlackTier SharedBy(int processes) => processes == 1 ? this : new(Math.Max(1, Burst / processes), PerMinute / processes);

    /// <summary><c>auth.test</c>: "hundreds" a minute, taken as 200.</summary>
    public static SlackTier Checking { get; } = new(20, 180);
}
