using Baton.Handoffs.Sla;

namespace Baton.Bot.Demo;

/// <summary>
/// A clock that first stands where it is put (while a past is played), then runs faster than life: at the given speed in working time,
/// and <see cref="QuietFactor"/> times faster still when nobody works, so that a night does not bore whoever watches.
/// </summary>
internal sealed class DemoClock(DateTimeOffset start, double speed, WorkingCalendar calendar) : TimeProvider
{
    /// <summary>How much faster time passes out of working hours.</summary>
    public const double QuietFactor = 20;

    private static readonly TimeSpan Slice = TimeSpan.FromMinutes(5);

    private readonly Lock guard = new();

    // All three are guarded by the lock.
    private DateTimeOffset now = start;
    private long? lastTick;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            if (lastTick is { } last)
            {
                var tick = System.GetTimestamp();
                now = Advance(now, System.GetElapsedTime(last, tick));
                lastTick = tick;
            }

            return now;
        }
    }

    /// <summary>Puts the clock forward while it stands.</summary>
    public void Put(DateTimeOffset to)
    {
        lock (guard)
        {
            now = to > now ? to : now;
        }
    }

    /// <summary>Lets it run.</summary>
    public void Run()
    {
        lock (guard)
        {
            lastTick = System.GetTimestamp();
        }
    }

    /// <summary>Waits of the product are waits of this clock, so they are as much shorter as it is faster in working time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private TimeSpan Shorter(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max((time / speed).Ticks, TimeSpan.TicksPerMillisecond));

    private DateTimeOffset Advance(DateTimeOffset from, TimeSpan real)
    {
        while (real > TimeSpan.Zero)
        {
            var pace = calendar.IsOpen(from) ? speed : speed * QuietFactor;
            var step = real * pace < Slice ? real * pace : Slice;
            from += step;
            real -= step / pace;
        }

        return from;
    }
}
