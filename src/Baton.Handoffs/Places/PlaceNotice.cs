using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Places;

/// <summary>What people are told about places.</summary>
public static class PlaceNotice
{
    /// <summary>A place takes no messages: what happened, what becomes of its leads, what to do.</summary>
    public static Card Lost(LostPlace lost, CardReader reader, Terms terms, Pulse pulse)
    {
        var texts = Texts.Of<PlaceTexts>(reader.Locale);
        if (lost.Place.Platform == Hook.Platform)
        {
            return LostHook(lost, reader, texts, pulse);
        }

        var title = Phrase.Of(texts, "lost", new Span.Quoted(lost.Place.ToString()));
        var pools = terms.Pools.Where(p => p.Sales == lost.Place).Select(p => p.Fallback is { } fallback
            ? Phrase.Of(texts, "sales", new Span.Quoted(p.Pool), new Span.Quoted(fallback.ToString()))
            : Phrase.Of(texts, "salesDirect", new Span.Quoted(p.Pool)));
        IEnumerable<Line> marketing = terms.Pools.Any(p => p.Marketing == lost.Place) ? [texts["marketing"]] : [];
        return Of(reader, title,
        [
            new CardSection.Heading(title),
            new CardSection.Paragraph(
                [Phrase.Of(texts, "why", new Span.Quoted(lost.Why)), Phrase.Of(texts, "since", new Span.Moment(lost.Since, MomentStyle.DateAndTime)), .. pools, .. marketing], Tone.Warning),
            new CardSection.Paragraph([texts["do"], texts.Format("then", (int)pulse.Probe.TotalMinutes)]),
        ]);
    }

    private static Card LostHook(LostPlace lost, CardReader reader, Texts texts, Pulse pulse)
    {
        var title = Phrase.Of(texts, "hook", new Span.Quoted(lost.Place.ToString()));
        var again = Phrase.Of(texts, "hookAgain", new Span.Quoted(lost.Place.ToString()));
        return Of(reader, title,
        [
            new CardSection.Heading(title),
            new CardSection.Paragraph([Phrase.Of(texts, "hookWhy", new Span.Quoted(lost.Why)), Phrase.Of(texts, "since", new Span.Moment(lost.Since, MomentStyle.DateAndTime))], Tone.Warning),
            new CardSection.Paragraph([texts["hookDo"], .. lost.ProbeAt == LostPlace.Never ? [again] : new Line[] { texts.Format("then", (int)pulse.Probe.TotalMinutes), again }]),
        ]);
    }

    /// <summary>It takes messages again.</summary>
    public static Card Back(Place place, CardReader reader)
    {
        var texts = Texts.Of<PlaceTexts>(reader.Locale);
        return Short(reader, Phrase.Of(texts, "back", new Span.Quoted(place.ToString())), texts["backText"], Tone.Good);
    }

    /// <summary>The line under a wall that is not built: so many more are waiting.</summary>
    public static Card Waiting(int more, CardReader reader)
    {
        var texts = Texts.Of<PlaceTexts>(reader.Locale);
        return Short(reader, texts.Format("waiting", more), texts["waitingText"], Tone.Muted);
    }

    /// <summary>Nobody is waiting any more.</summary>
    public static Card CaughtUp(CardReader reader)
    {
        var texts = Texts.Of<PlaceTexts>(reader.Locale);
        return Of(reader, texts["caughtUp"], [new CardSection.Paragraph(Line.Plain(texts["caughtUp"]), Tone.Muted)]);
    }

    private static Card Short(CardReader reader, Line title, Line text, Tone tone) =>
        Of(reader, title, [new CardSection.Paragraph([new Line([.. title.Spans]), text], tone)]);

    private static Card Of(CardReader reader, Line summary, IReadOnlyList<CardSection> sections) =>
        new() { Kind = CardKind.Notice, Locale = Texts.Nearest(reader.Locale), Summary = summary, Sections = sections };
}
