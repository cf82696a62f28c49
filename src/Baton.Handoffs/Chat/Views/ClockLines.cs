using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>How each deadline came about: the intervals that were counted, those that were not, and why.</summary>
public static class ClockLines
{
    private const int Shown = 12;

    /// <summary>The lines of every clock of a handoff, in a language.</summary>
    public static IReadOnlyList<Line> Of(Handoff handoff, string locale, Terms terms, DateTimeOffset now) =>
        [.. handoff.Clocks.OrderBy(c => c.Kind).SelectMany(c => Of(c.Kind, handoff.Explain(c, now, terms.Calendars), c.Calendar, locale, terms))];

    private static IEnumerable<Line> Of(ClockKind clock, ClockExplanation account, string calendar, string locale, Terms terms)
    {
        var texts = Texts.Of<TimelineTexts>(locale);
        var say = new Wording(Texts.Nearest(locale), terms);
        var name = texts["clock." + clock.ToString().ToLowerInvariant()];
        yield return new Line(
        [
            new Span.Plain(name, true),
            new Span.Plain(texts.Format("explain.total", say.Length(account.Elapsed), say.Length(account.Target), calendar, texts[$"explain.{account.Status}"])),
            .. account.Due is { } due ? [new Span.Plain(texts["explain.due"]), new Span.Moment(due, MomentStyle.DateAndTime)] : Array.Empty<Span>(),
        ]);
        var counted = account.SoFar.Counted.Concat(account.Ahead.Counted).Select(i => (i.From, i.To, Why: texts.Format("explain.counted", i.Hours), Note: (string?)null));
        var not = account.SoFar.Uncounted.Concat(account.Ahead.Uncounted).Select(i => (i.From, i.To, Why: Reason(i, texts), Note: i.PauseReason));
        foreach (var (from, to, why, note) in counted.Concat(not).OrderBy(i => i.From).Take(Shown))
        {
            yield return new Line(
            [
                new Span.Plain("  "),
                new Span.Moment(from, MomentStyle.DateAndTime),
                new Span.Plain(" – "),
                new Span.Moment(to, MomentStyle.DateAndTime),
                new Span.Plain($" {why}"),
                .. note is null ? Array.Empty<Span>() : [new Span.Plain(" "), new Span.Quoted(note)],
            ]);
        }
    }

    private static string Reason(UncountedInterval gap, Texts texts) => gap.Holiday is { } holiday
        ? texts.Format("explain.holiday", texts.Locale == "ja" ? holiday.Japanese : holiday.English)
        : texts[$"explain.{gap.Reason}"];
}
