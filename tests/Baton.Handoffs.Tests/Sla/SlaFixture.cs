using System.Globalization;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Sla;

// Calendars and instants as the tests of clocks write them.
internal static class SlaFixture
{
    public static readonly WorkingCalendar Tokyo = Calendar("business", "Asia/Tokyo", ["2026-11-23 Labour Thanksgiving"], ("mon-fri", ["09:00-12:00", "13:00-18:00"]));
    public static readonly WorkingCalendar NineToFive = Calendar("nine-to-five", "Europe/Berlin", [], ("mon-fri", ["09:00-17:00"]));
    public static readonly WorkingCalendar Always = WorkingCalendar.AlwaysOpen("always");
    public static readonly CalendarBook Book = new(Tokyo, NineToFive, Always);

    public static readonly IReadOnlyList<LadderStep> Ladder =
    [
        new(50, LadderAction.NudgeOwner),
        new(80, LadderAction.NudgeOwner),
        new(100, LadderAction.NudgeOwnerAndManager),
        new(150, LadderAction.ReturnToPool),
    ];

    public static WorkingCalendar Calendar(string name, string zone, string[] holidays, params (string Days, string[] Hours)[] week) =>
        Read(name, new CalendarOptions { TimeZone = zone, Holidays = holidays, Hours = week.ToDictionary(each => each.Days, each => each.Hours) });

    public static WorkingCalendar Read(string name, CalendarOptions options) => WorkingCalendar.Parse(name, options) switch
    {
        CalendarResult.Ok ok => ok.Calendar,
        CalendarResult.Invalid invalid => throw new ArgumentException(string.Join("; ", invalid.Errors), nameof(options)),
        var other => throw new ArgumentException($"{other} is no result", nameof(options)),
    };

    // "2026-11-20 09:00 +09:00"
    public static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    // Local time in Tokyo.
    public static DateTimeOffset Jst(string text) => At($"{text} +09:00");

    public static ClockPolicy Policy(double hours, string calendar = "business", ClockKind kind = ClockKind.Accept) =>
        new(kind, TimeSpan.FromHours(hours), calendar, Ladder);
}
