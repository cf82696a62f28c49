using System.Globalization;

namespace Baton.Slack.Incoming;

/// <summary>Reads a <c>ts</c>: Unix seconds, a point, and a number that makes it unique in its channel (https://docs.slack.dev/messaging/retrieving-messages).</summary>
internal static class SlackTime
{
    /// <summary>The moment, to the microsecond; null for anything else.</summary>
    public static DateTimeOffset? Of(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799m
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
}
