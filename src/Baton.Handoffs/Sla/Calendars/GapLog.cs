using NodaTime;

namespace Baton.Handoffs.Sla;

// Collects gaps, split by local day where the reason changes from one day to the next.
internal sealed class GapLog(Schedule schedule)
{
    private readonly List<UncountedInterval> _found = [];

    public IReadOnlyList<UncountedInterval> Found => _found;

    public void Add(DateTimeOffset from, DateTimeOffset to)
    {
        while (from < to)
        {
            var day = Instant.FromDateTimeOffset(from).InZone(schedule.Zone).Date;
            var midnight = MidnightAfter(day);

            // Where clocks fall back over midnight, the day before comes again: it is reckoned with the day that had begun.
            if (midnight <= from)
            {
                day = day.PlusDays(1);
                midnight = MidnightAfter(day);
            }

            var end = midnight < to ? midnight : to;
            Append(Explain(day, from, end));
            from = end;
        }
    }

    private DateTimeOffset MidnightAfter(LocalDate day) => schedule.At(day, Shift.MinutesPerDay).ToDateTimeOffset();

    private UncountedInterval Explain(LocalDate day, DateTimeOffset from, DateTimeOffset to)
    {
        if (!schedule.HasHours(day))
        {
            return new(from, to, UncountedReason.DayOff);
        }

        return schedule.HolidayOn(day) is { } holiday
            ? new(from, to, UncountedReason.Holiday, holiday)
            : new(from, to, UncountedReason.OutsideHours);
    }

    private void Append(UncountedInterval gap)
    {
        if (_found.Count > 0 && _found[^1] is var last && last.To == gap.From && last.Reason == gap.Reason && last.Holiday == gap.Holiday)
        {
            _found[^1] = last with { To = gap.To };
            return;
        }

        _found.Add(gap);
    }
}
