using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;

namespace Baton.Handoffs.Chat.Views;

/// <summary>A handoff in a list: who it is, where it stands, the clock that is due soonest, and its buttons.</summary>
public static class CompactCard
{
    /// <summary>The card as that reader sees it. It is a short view of the handoff's own card: its topic is the same.</summary>
    public static Card Of(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now)
    {
        var say = new Wording(reader.Locale, terms);
        var urgent = handoff.Clocks.Where(c => !c.IsStopped).OrderBy(c => c.Due(terms.Calendars) ?? DateTimeOffset.MaxValue).FirstOrDefault();
        var clock = urgent is not null && say.Clock(urgent, now) is { } due ? new Line([new Span.Plain(say.Texts.Format("label", say.Name(urgent.Kind))), .. due.Spans]) : null;
        return new Card
        {
            Kind = CardKind.Handoff,
            Locale = reader.Locale,
            Summary = HandoffCard.Summary(handoff, say),
            Sections =
            [
                new CardSection.Paragraph(
                [
                    HandoffCard.Headline(handoff, say),
                    HandoffCard.Status(handoff, say),
                    .. clock is null ? Array.Empty<Line>() : [clock],
                ]),
            ],
            Actions = Actions.Of(handoff, reader, terms, now),
            Handoff = handoff.Id,
            Version = handoff.CardVersion,
        };
    }
}
