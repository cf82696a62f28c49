using System.Diagnostics;

namespace Baton.Bot.Workers;

/// <summary>Tells a rush of commits from everyday life, in real time: what a rush strains is the machine.</summary>
internal sealed class ClickRate
{
    // Far above everyday life, far below what two processors commit when they do nothing else.
    private const int RushPerSecond = 1000;
    private const int SlicesPerSecond = 20;

    // Written by whoever commits, without a lock: a count that is lost changes nothing.
    private long slice;
    private int now;
    private int before;

    /// <summary>Whether so many commits came in this twentieth of a second or in the one before.</summary>
    public bool IsRushed
    {
        get
        {
            var age = Slice() - Volatile.Read(ref slice);
            return (age <= 1 && Volatile.Read(ref now) >= RushPerSecond / SlicesPerSecond)
                || (age == 0 && Volatile.Read(ref before) >= RushPerSecond / SlicesPerSecond);
        }
    }

    /// <summary>There was a commit.</summary>
    public void Count()
    {
        var current = Slice();
        var last = Volatile.Read(ref slice);
        if (current != last)
        {
            before = current == last + 1 ? now : 0;
            now = 0;
            Volatile.Write(ref slice, current);
        }

        Interlocked.Increment(ref now);
    }

    private static long Slice() => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / SlicesPerSecond);
}
