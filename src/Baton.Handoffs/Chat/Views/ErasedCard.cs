using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;

namespace Baton.Handoffs.Chat.Views;

/// <summary>What is left of a card whose person was erased: which company, how it stood, and that nothing is to be done.</summary>
internal static class ErasedCard
{
    /// <summary>The card.</summary>
    /// <param name="handoff">The handoff, erased.</param>
    /// <param name="kind">What the message was.</param>
    /// <param name="topic">Which view of the handoff it was.</param>
    /// <param name="reader">Who sees it.</param>
    /// <param name="terms">For names of colleagues.</param>
    public static Card Of(Handoff handoff, CardKind kind, string topic, CardReader reader, Terms terms)
    {
        var say = new Wording(reader.Locale, terms);
        var company = new Span.Quoted(handoff.Lead.Company.Name ?? "?", true);
        return new Card
        {
            Kind = kind,
            Locale = reader.Locale,
            Summary = Line.Of(new Span.Plain(say.Texts["erased.title"] + ": "), company),
            Sections =
            [
                new CardSection.Heading(Line.Of(company, new Span.Plain(" · " + say.Texts["erased.title"], true))),
                new CardSection.Paragraph(Line.Of(new Span.Plain(say.Texts["erased.text"]), new Span.Plain(" "), new Span.Moment(handoff.ErasedAt!.Value, MomentStyle.Date)), Tone.Muted),
                new CardSection.FactList([new CardFact(say.Texts["erased.state"], Line.Plain(say.State(handoff.State)))]),
            ],
            Handoff = handoff.Id,
            Topic = topic,
            Version = handoff.CardVersion,
        };
    }
}
