namespace Baton.Teams.Connector;

/// <summary>When calls of one lane were made, as far back as its longest window. Guarded by its owner.</summary>
internal sealed class Turns(IReadOnlyList<PaceWindow> windows)
{
    private readonly TimeSpan longest = windows.Max(window => window.Length);

    // Oldest first; at most as many as the longest window allows.
    private readonly List<DateTimeOffset> made = [];
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;

    /// <summary>How long until the next call may be made; nothing when it may now.</summary>
    public TimeSpan Wait(DateTimeOffset now) =>
        windows.Where(window => made.Count >= window.Most).Select(window => made[^window.Most] + window.Length - now)
            .Append(closedUntil - now)
            .Max() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    /// <summary>A call is made.</summary>
    public void Take(DateTimeOffset now)
    {
        var old = 0;
        while (old < made.Count && made[old] + longest <= now)
        {
            old++;
        }

        made.RemoveRange(0, old);
        made.Add(now);
    }

    /// <summary>No call is to be made before that time.</summary>
    public void Close(DateTimeOffset until) => closedUntil = until > closedUntil ? until : closedUntil;

    /// <summary>Whether nothing of it counts any more.</summary>
    public bool IsIdle(DateTimeOffset now) => closedUntil <= now && (made.Count == 0 || made[^1] + longest <= now);
}
