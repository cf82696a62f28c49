namespace Baton.Handoffs.Sla;

// How a calendar accounts for a span of time.
public sealed partial class WorkingCalendar
{
    /// <summary>Lists the working intervals within a span, in order, cut at its ends.</summary>
    /// <param name="from">Begin, inclusive.</param>
    /// <param name="to">End, exclusive.</param>
    /// <returns>The intervals; their lengths add up to <see cref="WorkingTimeBetween"/>.</returns>
    public IEnumerable<WorkingInterval> Intervals(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            yield break;
        }

        WorkingInterval? held = null;
        foreach (var next in Pieces(from.ToUniversalTime(), to.ToUniversalTime()))
        {
            if (held is not null && held.To == next.From && held.Hours == next.Hours)
            {
                held = held with { To = next.To };
                continue;
            }

            if (held is not null)
            {
                yield return held;
            }

            held = next;
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    /// <summary>Lists the stretches of a span that do not count, in order, each with the reason of its local day.</summary>
    /// <param name="from">Begin, inclusive.</param>
    /// <param name="to">End, exclusive.</param>
    /// <returns>The gaps; together with <see cref="Intervals"/> they cover the span exactly.</returns>
    public IEnumerable<UncountedInterval> Gaps(DateTimeOffset from, DateTimeOffset to) => Timesheet(from, to).Uncounted;

    /// <summary>Takes a span apart into what counts and what does not.</summary>
    /// <param name="from">Begin, inclusive.</param>
    /// <param name="to">End, exclusive.</param>
    /// <returns>Both lists; empty when the end is not after the begin.</returns>
    public Timesheet Timesheet(DateTimeOffset from, DateTimeOffset to)
    {
        var counted = Intervals(from, to).ToList();
        if (_schedule is null || to <= from)
        {
            return new(counted, []);
        }

        var gaps = new GapLog(_schedule);
        var cursor = from.ToUniversalTime();
        foreach (var interval in counted)
        {
            gaps.Add(cursor, interval.From);
            cursor = interval.To;
        }

        gaps.Add(cursor, to.ToUniversalTime());
        return new(counted, gaps.Found);
    }

    // As the tables have them: a shift over the turn of the UTC year comes in two.
    private IEnumerable<WorkingInterval> Pieces(DateTimeOffset from, DateTimeOffset to)
    {
        if (_schedule is null)
        {
            yield return new(from, to, Name, "24x7");
            yield break;
        }

        for (var year = from.Year; year <= to.Year; year++)
        {
            var table = Year(year);
            for (var index = table.IndexAfter(from.Ticks); index < table.Count && table.Row(index).Start < to.Ticks; index++)
            {
                var (start, end, label) = table.Row(index);
                yield return new(Utc(Math.Max(start, from.Ticks)), Utc(Math.Min(end, to.Ticks)), Name, label);
            }
        }
    }
}
