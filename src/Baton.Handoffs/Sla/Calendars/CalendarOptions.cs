namespace Baton.Handoffs.Sla;

/// <summary>One working calendar as configured under <c>Calendars:&lt;name&gt;</c>.</summary>
public sealed class CalendarOptions
{
    /// <summary>IANA time zone, for example <c>Asia/Tokyo</c>. Required unless <see cref="AlwaysOpen"/>.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>
    /// Working hours by day: a day (<c>mon</c>, <c>monday</c>) or a range of days (<c>mon-fri</c>) to local intervals
    /// <c>09:00-12:00</c>. An interval that ends at or before its start runs into the next day (<c>22:00-06:00</c>) and
    /// belongs to the day on which it starts; <c>00:00-24:00</c> is the whole day. Days that are not named are off.
    /// </summary>
    public Dictionary<string, string[]> Hours { get; set; } = [];

    /// <summary>Days off: <c>2026-12-29</c>, <c>2026-12-29 Year end</c>, the name of a holiday set (<c>japan</c>, <c>us-federal</c>), or the path of an iCalendar file that ends in <c>.ics</c>.</summary>
    public string[] Holidays { get; set; } = [];

    /// <summary>Counts every minute of every day. Default false; excludes <see cref="Hours"/> and <see cref="Holidays"/>.</summary>
    public bool AlwaysOpen { get; set; }
}
