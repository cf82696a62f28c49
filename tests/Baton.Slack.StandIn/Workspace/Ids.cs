using System.Globalization;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>Ids that no other thing of the workspace has. Guarded by the workspace's gate.</summary>
internal sealed class Ids(TimeProvider time)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private int last;
    private long lastTs;

    /// <summary>An id with a prefix, as <c>C0000000A1</c>.</summary>
    public string Next(string prefix) => $"{prefix}{++last:D9}";

    /// <summary>A message's timestamp: seconds and microseconds, later than all before.</summary>
    public string NextTs()
    {
        lastTs = Math.Max(lastTs + 1, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond);
        return string.Create(CultureInfo.InvariantCulture, $"{lastTs / 1_000_000}.{lastTs % 1_000_000:D6}");
    }
}
