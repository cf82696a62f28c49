using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Sla;

public sealed class WorkingCalendarPropertyTests
{
    [Fact]
    public void Working_time_equals_a_count_minute_by_minute() => Check(SlaGenerators.CalendarAndInstants(2, 12), (model, at) =>
        model.ToCalendar().WorkingTimeBetween(at[0], at[1]) == MinuteCounter.Count(model, at[0], at[1]));

    [Fact]
    public void Every_minute_is_open_or_closed_as_a_slow_look_says() => Check(SlaGenerators.CalendarAndInstants(1, 0), (model, at) =>
    {
        var calendar = model.ToCalendar();
        var open = MinuteCounter.OpenMinutes(model, at[0], at[0].AddDays(2)).Select((isOpen, minute) => (isOpen, minute));
        return open.All(each => calendar.IsOpen(at[0].AddMinutes(each.minute)) == each.isOpen);
    });

    [Fact]
    public void Spans_add_up() => Check(SlaGenerators.CalendarAndInstants(3, 900), (model, at) =>
    {
        var calendar = model.ToCalendar();
        return calendar.WorkingTimeBetween(at[0], at[1]) + calendar.WorkingTimeBetween(at[1], at[2]) == calendar.WorkingTimeBetween(at[0], at[2]);
    });

    [Fact]
    public void More_time_never_counts_less_nor_more_than_it_lasts() => Check(SlaGenerators.CalendarAndInstants(3, 400), (model, at) =>
    {
        var calendar = model.ToCalendar();
        var (less, more) = (calendar.WorkingTimeBetween(at[0], at[1]), calendar.WorkingTimeBetween(at[0], at[2]));
        return TimeSpan.Zero <= less && less <= more && more <= at[2] - at[0];
    });

    [Fact]
    public void Adding_working_time_is_the_inverse_of_counting_it() => Check(SlaGenerators.CalendarAndInstants(2, 60), (model, at) =>
    {
        var calendar = model.ToCalendar();
        var amount = (at[1] - at[0]) / 3;
        var reached = calendar.Add(at[0], amount);
        return reached is { } end
            ? calendar.WorkingTimeBetween(at[0], end) == amount
                && (amount == TimeSpan.Zero || calendar.WorkingTimeBetween(at[0], end.AddTicks(-1)) < amount)
            : calendar.WorkingTimeBetween(at[0], at[0].AddYears(10)) < amount;
    });

    [Fact]
    public void The_next_opening_is_open_and_nothing_before_it_is() => Check(SlaGenerators.CalendarAndInstants(1, 0), (model, at) =>
    {
        var calendar = model.ToCalendar();
        return calendar.NextOpen(at[0]) is { } opening
            && calendar.IsOpen(opening)
            && calendar.WorkingTimeBetween(at[0], opening) == TimeSpan.Zero
            && calendar.WorkingTimeBetween(opening, opening.AddTicks(1)) == TimeSpan.FromTicks(1);
    });

    [Fact]
    public void Intervals_and_gaps_cover_a_span_without_overlap() => Check(SlaGenerators.CalendarAndInstants(2, 400), (model, at) =>
    {
        var calendar = model.ToCalendar();
        var sheet = calendar.Timesheet(at[0], at[1]);
        var pieces = sheet.Counted.Select(each => (each.From, each.To)).Concat(sheet.Uncounted.Select(each => (each.From, each.To))).Order().ToList();
        var joins = pieces.Zip(pieces.Skip(1)).All(pair => pair.First.To == pair.Second.From);
        var ends = pieces.Count == 0 ? at[0] == at[1] : pieces[0].From == at[0] && pieces[^1].To == at[1];
        return joins && ends && sheet.Total == calendar.WorkingTimeBetween(at[0], at[1]);
    });

    private static void Check(Gen<(CalendarModel Model, DateTimeOffset[] At)> cases, Func<CalendarModel, DateTimeOffset[], bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), each => holds(each.Model, each.At)).QuickCheckThrowOnFailure();
}
