using Baton.Handoffs.Funnel.Periods;
using NodaTime;

namespace Baton.Handoffs.Digests;

/// <summary>When weekly summaries are due. A time that the clocks skip moves to the first that exists.</summary>
/// <param name="zone">The review's time zone.</param>
/// <param name="day">The day of the week.</param>
/// <param name="time">The time of that day.</param>
public sealed class DigestSchedule(DateTimeZone zone, DayOfWeek day, TimeOnly time)
{
    /// <summary>The review's time zone.</summary>
    public DateTimeZone Zone { get; } = zone;

    /// <summary>The first summary that is due after an instant.</summary>
    public DigestDue Next(DateTimeOffset now)
    {
        var week = IsoWeek.Of(now, Zone);
        return In(week) is { } due && due.At > now ? due : In(week.Next());
    }

    /// <summary>The summary of a week.</summary>
    public DigestDue In(IsoWeek week)
    {
        var local = LocalDate.FromDateOnly(week.Monday).PlusDays(((int)day + 6) % 7).At(LocalTime.FromTimeOnly(time));
        return new DigestDue(Zone.AtLeniently(local).ToDateTimeOffset(), week);
    }
}

/// <summary>A summary that is due.</summary>
/// <param name="At">When.</param>
/// <param name="Week">The week that it reports, which is the one it falls in: from Monday up to <paramref name="At"/>.</param>
public sealed record DigestDue(DateTimeOffset At, IsoWeek Week);
