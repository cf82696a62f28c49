using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Small pieces of text that several cards share.</summary>
internal sealed class Wording(string locale, Terms terms)
{
    private const int QuotedShort = 40;

    public Texts Texts { get; } = Texts.Of<CardTexts>(locale);

    public Span.Someone Who(EmailAddress email) => new(email, terms.Roster.NameOf(email));

    /// <summary>A text of which placeholder 0 is a person.</summary>
    public IReadOnlyList<Span> With(string key, Span who)
    {
        var text = Texts[key];
        var at = text.IndexOf("{0}", StringComparison.Ordinal);
        return at < 0 ? [new Span.Plain(text)] : [new Span.Plain(text[..at]), who, new Span.Plain(text[(at + 3)..])];
    }

    /// <summary>Where somebody else's text goes in a text of ours that is formatted first.</summary>
    public const string Gap = "\u0001";

    /// <summary>A text of ours with somebody else's in its gap, so that theirs stays theirs.</summary>
    public static IReadOnlyList<Span> Quoting(string text, string? theirs)
    {
        var at = text.IndexOf(Gap, StringComparison.Ordinal);
        return at < 0 ? [new Span.Plain(text)] : [new Span.Plain(text[..at]), new Span.Quoted(LeadText.OneLine(theirs, QuotedShort)), new Span.Plain(text[(at + Gap.Length)..])];
    }

    /// <summary>A length of working time, in days of 24 hours, hours and minutes.</summary>
    public string Length(TimeSpan time)
    {
        var length = time.Duration();
        return length >= TimeSpan.FromDays(1) ? Texts.Format("span.d", (int)length.TotalDays, length.Hours)
            : length >= TimeSpan.FromHours(1) ? Texts.Format("span.h", (int)length.TotalHours, length.Minutes)
            : Texts.Format("span.m", (int)length.TotalMinutes);
    }

    /// <summary>A running clock: when it is due, in the reader's zone, and what is left in working time.</summary>
    public Line? Clock(ClockState clock, DateTimeOffset now)
    {
        if (clock.IsPaused)
        {
            return Line.Of(new Span.Plain(Texts["paused"]), new Span.Quoted(clock.PauseReason ?? ""));
        }

        if (clock.Due(terms.Calendars) is not { } due)
        {
            return null;
        }

        var left = clock.Remaining(now, terms.Calendars);
        return Line.Of(
            new Span.Moment(due, MomentStyle.DateAndTime),
            new Span.Plain(Texts.Format(left < TimeSpan.Zero ? "late" : "left", Length(left))));
    }

    /// <summary>What a clock waits for.</summary>
    public string Name(ClockKind clock) => Texts["clock." + clock switch { ClockKind.Accept => "accept", ClockKind.Contact => "contact", _ => "outcome" }];

    /// <summary>Company and contact on one line.</summary>
    public static Line Title(Handoff handoff) =>
        Line.Of(new Span.Quoted(handoff.Lead.Company.Name ?? "?", true), new Span.Plain(" · "), new Span.Quoted(handoff.Lead.Contact.Name ?? "?", true));

    /// <summary>What a contact did: the source's own words, else the name of its kind.</summary>
    public Span Did(Engagement it) => it.What.Length > 0 ? new Span.Quoted(it.What)
        : it.Kind is EngagementKinds.Form or EngagementKinds.Event or EngagementKinds.Email or EngagementKinds.Page ? new Span.Plain(Texts["did." + it.Kind])
        : new Span.Quoted(it.Kind);

    /// <summary>Who did what last, and when.</summary>
    public Line LastAct(Handoff handoff)
    {
        var last = handoff.Last;
        IReadOnlyList<Span> to = last.To is { } person ? [new Span.Plain(Texts["to"]), Who(person)] : [];
        return new Line([.. With("last." + last.Kind, Who(last.By)), .. to, new Span.Plain(Texts["lastAt"]), new Span.Moment(last.At, MomentStyle.DateAndTime)]);
    }

    public IEnumerable<People.Person> Members(string pool) => terms.Roster.MembersOf(pool);

    /// <summary>A reason and its class; the class without a name of its own is left out.</summary>
    public Line Reason(string code, ReasonClass of) =>
        Line.Plain(of == ReasonClass.Other ? ReasonLabel(code) : $"{ReasonLabel(code)} ({Texts["class." + of]})");

    public string ReasonLabel(string code) => terms.Reasons.LabelOf(code, locale);

    public string State(HandoffState state) => Texts["state." + state];

    public string Fields(IEnumerable<string> fields) => FieldNames.Of(fields, locale);
}
