using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>A reminder, and the word to somebody that a lead was offered to them or that they are asked to decide.</summary>
public static class NudgeCard
{
    private const int Whole = 100;

    /// <summary>The reminder or the word.</summary>
    /// <param name="word">Which.</param>
    /// <param name="handoff">Its handoff as it stands.</param>
    /// <param name="happened">The event that a word is about; null for a reminder.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="terms">What was agreed on.</param>
    /// <param name="now">When.</param>
    public static Card Of(Effect word, Handoff handoff, HandoffEvent? happened, CardReader reader, Terms terms, DateTimeOffset now) => word switch
    {
        Effect.Nudge nudge => Of(handoff, nudge, reader, terms, now),
        Effect.Tell => Tell(handoff, happened!, reader, terms, now),
        _ => throw new InvalidOperationException($"{word.GetType().Name} is no word to anybody."),
    };

    /// <summary>The reminder of a ladder step.</summary>
    public static Card Of(Handoff handoff, Effect.Nudge nudge, CardReader reader, Terms terms, DateTimeOffset now)
    {
        var say = new Wording(reader.Locale, terms);
        var what = say.Texts["nudge.what." + nudge.Clock switch { ClockKind.Accept => "accept", ClockKind.Contact => "contact", _ => "outcome" }];
        var key = nudge switch
        {
            { AsManager: true, Action: LadderAction.ManagerDecides or LadderAction.ManagerAskedAgain } => "decide",
            { AsManager: true } => "manager",
            { Recipient: null, Percent: < Whole } => "pool",
            { Percent: < Whole } => "owner",
            _ => "late",
        };
        var text = key switch
        {
            "owner" => say.Texts.Format("nudge.owner", nudge.Percent, what),
            "pool" => say.Texts.Format("nudge.pool", nudge.Percent),
            _ => say.Texts.Format("nudge." + key, nudge.Percent, what),
        };
        var due = handoff.Clock(nudge.Clock) is { } clock ? say.Clock(clock, now) : null;
        return Card(handoff, reader, text, nudge.Percent < Whole ? Tone.Warning : Tone.Attention, due, terms, now, nudge.Recipient is not null);
    }

    /// <summary>The word to one person about an event.</summary>
    public static Card Tell(Handoff handoff, HandoffEvent happened, CardReader reader, Terms terms, DateTimeOffset now)
    {
        var say = new Wording(reader.Locale, terms);
        var text = say.Texts["tell." + happened switch { HandoffEvent.Contested => "contested", HandoffEvent.Reoffered { Cause: ReofferCause.OwnerAway } => "ownerAway", _ => "offered" }];
        var clock = handoff.Clock(ClockKind.Accept) is { IsStopped: false } accept ? say.Clock(accept, now) : null;
        return Card(handoff, reader, text, Tone.Warning, clock, terms, now, true);
    }

    // What can be pressed is on the handoff's card; a private reminder repeats those buttons, one under the card does not need to.
    private static Card Card(Handoff handoff, CardReader reader, string text, Tone tone, Line? due, Terms terms, DateTimeOffset now, bool withActions)
    {
        var lines = new List<Line> { Line.Plain(text, true), Wording.Title(handoff) };
        if (due is not null)
        {
            lines.Add(due);
        }

        return new Card
        {
            Kind = CardKind.Nudge,
            Locale = reader.Locale,
            Summary = new Line([new Span.Plain(text + " "), .. Wording.Title(handoff).Spans]),
            Sections = [new CardSection.Paragraph(lines, tone)],
            Actions = withActions ? Actions.Of(handoff, reader, terms, now) : [],
            Handoff = withActions ? handoff.Id : null,
            Version = withActions ? handoff.CardVersion : 0,
        };
    }
}
