namespace Baton.Handoffs.Sla;

// Days of the equinoxes in Japan by the customary approximation (Shinkoyomi, formulas published by the Hydrographic Department of the
// Japan Coast Guard), good for 1900 to 2150. The law takes the day that the National Astronomical Observatory announces each February
// for the next year; the approximation agrees with every day announced so far.
internal static class Equinox
{
    private const double DriftPerYear = 0.242194;

    public static DateOnly Vernal(int year) => new(year, 3, Day(year, year < 1980 ? 20.8357 : year < 2100 ? 20.8431 : 21.8510));

    public static DateOnly Autumnal(int year) => new(year, 9, Day(year, year < 1980 ? 23.2588 : year < 2100 ? 23.2488 : 24.2488));

    private static int Day(int year, double mean)
    {
        var leapDays = (year - (year < 1980 ? 1983 : 1980)) / 4;

        // Beyond 2150 the formula slips from the calendar by a day a century or so; no clock runs that far ahead.
        return Math.Clamp((int)(mean + DriftPerYear * (year - 1980) - leapDays), 1, 30);
    }
}
