using Baton.Handoffs.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Baton.Handoffs.Tests.Sla;

// Random calendars and instants, drawn so that changes of clocks, weekends, holidays and nights come up often.
internal static class SlaGenerators
{
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Days around which clocks change in New York, Berlin, Lord Howe (half an hour) and Santiago (at midnight), and a turn of the year.
    private static readonly DateTimeOffset[] Edges =
    [
        new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 0, 0, 0, TimeSpan.Zero),
        new(2026, 4, 4, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 3, 0, 0, 0, TimeSpan.Zero),
        new(2026, 9, 6, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    public static Gen<DateTimeOffset> Instant { get; } = Gen.OneOf(
        Gen.Choose(0, 4 * 365 * 1440).Select(minutes => Begin.AddMinutes(minutes)),
        from edge in Gen.Elements(Edges)
        from minutes in Gen.Choose(-3 * 1440, 3 * 1440)
        select edge.AddMinutes(minutes));

    public static Gen<CalendarModel> Calendar { get; } =
        from zone in Gen.Elements("Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu")
        from week in Gen.CollectToList(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None), ShiftsOn)
        from holidays in Gen.ListOf(HolidayNear(), 6)
        let shifts = WithoutOverlap(week.SelectMany(each => each)).ToList()
        where shifts.Count > 0
        select new CalendarModel("random", zone, shifts, holidays.ToHashSet());

    public static Gen<(CalendarModel Model, DateTimeOffset[] At)> CalendarAndInstants(int count, int withinDays) =>
        from model in Calendar
        from start in Instant
        from offsets in Gen.ArrayOf(Gen.Choose(0, withinDays * 1440), count)
        select (model, offsets.Order().Select(minutes => start.AddMinutes(minutes)).ToArray());

    private static Gen<List<(IsoDayOfWeek Day, int Start, int End)>> ShiftsOn(IsoDayOfWeek day) =>
        Gen.Frequency(
            (2, Gen.Constant(new List<(IsoDayOfWeek Day, int Start, int End)>())),
            (1, Gen.Constant(new List<(IsoDayOfWeek Day, int Start, int End)> { (day, 0, 1440) })),
            (3, from start in Gen.Choose(0, 47) from length in Gen.Choose(1, 40) select One(day, start * 30, length * 30)),
            (3, from cuts in Gen.ArrayOf(Gen.Choose(0, 1440), 4) let c = cuts.Order().ToArray() select Two(day, c)));

    private static List<(IsoDayOfWeek Day, int Start, int End)> One(IsoDayOfWeek day, int start, int length) => [(day, start, start + length)];

    private static List<(IsoDayOfWeek Day, int Start, int End)> Two(IsoDayOfWeek day, int[] cuts) =>
        [.. new[] { (day, cuts[0], cuts[1]), (day, cuts[2], cuts[3]) }.Where(shift => shift.Item2 < shift.Item3 && shift.Item2 < 1440)];

    // Drops a night shift that would run into the next day's hours.
    private static IEnumerable<(IsoDayOfWeek Day, int Start, int End)> WithoutOverlap(IEnumerable<(IsoDayOfWeek Day, int Start, int End)> shifts)
    {
        var all = shifts.ToList();
        return all.Where(shift => shift.End <= 1440 || !all.Exists(other => (int)other.Day == (int)shift.Day % 7 + 1 && other.Start < shift.End - 1440));
    }

    private static Gen<DateOnly> HolidayNear() =>
        from at in Instant
        from days in Gen.Choose(-3, 3)
        select DateOnly.FromDateTime(at.AddDays(days).Date);
}
