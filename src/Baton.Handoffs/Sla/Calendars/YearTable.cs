using NodaTime;

namespace Baton.Handoffs.Sla;

// The working intervals of one UTC year as instants, with running totals, so that counting is a binary search. All in UTC ticks.
internal sealed class YearTable
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _workedBefore;
    private readonly string[] _labels;

    private YearTable(List<(long Start, long End, string Label)> rows)
    {
        _starts = [.. rows.Select(row => row.Start)];
        _ends = [.. rows.Select(row => row.End)];
        _labels = [.. rows.Select(row => row.Label)];
        _workedBefore = new long[rows.Count];
        foreach (var (index, row) in rows.Index())
        {
            _workedBefore[index] = Total;
            Total += row.End - row.Start;
        }
    }

    public long Total { get; }

    public int Count => _starts.Length;

    public static YearTable Build(Schedule schedule, int year)
    {
        // Dates end with 9999, and the last day's shifts would have to be looked up beyond: nothing is counted in that year.
        if (year == DateOnly.MaxValue.Year)
        {
            return new([]);
        }

        var first = TicksOf(new LocalDate(year, 1, 1));
        var last = TicksOf(new LocalDate(year + 1, 1, 1));
        var rows = new List<(long Start, long End, string Label)>();

        // Two days of margin: zones are up to 14 hours away from UTC, and a shift may have begun the day before.
        for (var day = new LocalDate(year, 1, 1).PlusDays(-2); day.Year <= year || day.Day <= 2; day = day.PlusDays(1))
        {
            foreach (var shift in schedule.ShiftsOf(day))
            {
                var start = Math.Max(first, TicksOf(schedule.At(day, shift.Start)));
                var end = Math.Min(last, TicksOf(schedule.At(day, shift.End)));
                if (start < end)
                {
                    rows.Add((start, end, shift.Label));
                }
            }
        }

        return new(rows);
    }

    public (long Start, long End, string Label) Row(int index) => (_starts[index], _ends[index], _labels[index]);

    // The first interval that ends after the instant; Count when there is none.
    public int IndexAfter(long ticks)
    {
        var found = Array.BinarySearch(_ends, ticks);
        return found >= 0 ? found + 1 : ~found;
    }

    public long WorkedBefore(long ticks)
    {
        var index = IndexAfter(ticks);
        return index == Count ? Total : _workedBefore[index] + Math.Max(0, ticks - _starts[index]);
    }

    // The earliest instant by which this much has been worked since the year began; more than zero, at most Total.
    public long InstantAt(long worked)
    {
        var found = Array.BinarySearch(_workedBefore, worked);
        var index = (found >= 0 ? found : ~found) - 1;
        return _starts[index] + worked - _workedBefore[index];
    }

    private static long TicksOf(LocalDate day) => TicksOf(day.AtMidnight().InUtc().ToInstant());

    private static long TicksOf(Instant instant) => instant.ToUnixTimeTicks() + DateTimeOffset.UnixEpoch.Ticks;
}
