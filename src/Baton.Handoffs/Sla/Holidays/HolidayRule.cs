namespace Baton.Handoffs.Sla;

// One line of a holiday law: a name, the years in which it applies, and the day on which it falls in each.
internal sealed record HolidayRule(string English, string Japanese, int FirstYear, int LastYear, Func<int, DateOnly> DayIn)
{
    public const int StillInForce = 9999;

    public HolidayName Name => new(English, Japanese);

    public bool FallsOn(DateOnly day) => day.Year >= FirstYear && day.Year <= LastYear && DayIn(day.Year) == day;

    public static Func<int, DateOnly> Date(int month, int day) => year => new(year, month, day);

    public static Func<int, DateOnly> Nth(int which, DayOfWeek weekday, int month) => year =>
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + (which - 1) * 7);
    };

    public static Func<int, DateOnly> Last(DayOfWeek weekday, int month) => year =>
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    };
}
