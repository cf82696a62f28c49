using System.Xml;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Sla;

namespace Baton.Bot.Api;

/// <summary>A clock and how it comes by its figures. Lengths are working time, as ISO 8601 durations.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Due">When its target is or was reached; null while nothing brings it nearer.</param>
/// <param name="Target">Allowed.</param>
/// <param name="Elapsed">Counted so far.</param>
/// <param name="Remaining">Left; negative once breached.</param>
/// <param name="Calendar">What it counts on.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="StoppedAt">When it stopped.</param>
/// <param name="PausedBecause">Why it stands still.</param>
/// <param name="SoFar">From the start until now or the stop.</param>
/// <param name="Ahead">From now until it is due.</param>
internal sealed record ClockView(
    ClockKind Clock,
    ClockStatus Status,
    DateTimeOffset? Due,
    string Target,
    string Elapsed,
    string Remaining,
    string Calendar,
    DateTimeOffset StartedAt,
    DateTimeOffset? StoppedAt,
    string? PausedBecause,
    TimesheetView SoFar,
    TimesheetView Ahead)
{
    internal static ClockView Of(Handoff handoff, ClockState clock, DateTimeOffset now, CalendarBook calendars)
    {
        var account = handoff.Explain(clock, now, calendars);
        return new ClockView(
            clock.Kind,
            account.Status,
            account.Due,
            XmlConvert.ToString(account.Target),
            XmlConvert.ToString(account.Elapsed),
            XmlConvert.ToString(account.Remaining),
            clock.Calendar,
            clock.StartedAt,
            clock.StoppedAt,
            clock.PauseReason,
            TimesheetView.Of(account.SoFar),
            TimesheetView.Of(account.Ahead));
    }
}

/// <summary>A span of time taken apart.</summary>
/// <param name="Counted">What counts.</param>
/// <param name="Uncounted">What does not, and why.</param>
internal sealed record TimesheetView(IReadOnlyList<CountedView> Counted, IReadOnlyList<UncountedView> Uncounted)
{
    internal static TimesheetView Of(Timesheet sheet) => new(
        [.. sheet.Counted.Select(c => new CountedView(c.From, c.To, c.Calendar, c.Hours))],
        [.. sheet.Uncounted.Select(u => new UncountedView(u.From, u.To, u.Reason, u.Holiday?.English, u.PauseReason))]);
}

/// <summary>A stretch that counts.</summary>
internal sealed record CountedView(DateTimeOffset From, DateTimeOffset To, string Calendar, string Hours);

/// <summary>A stretch that does not.</summary>
internal sealed record UncountedView(DateTimeOffset From, DateTimeOffset To, UncountedReason Reason, string? Holiday, string? PausedBecause);
