using Baton.Handoffs.Chat;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What sales suggests, as marketing reads it.</summary>
public static class SuggestionCard
{
    /// <summary>The first message of its thread.</summary>
    public static Card Of(Suggestion suggestion, string locale, Roster roster)
    {
        var texts = Texts.Of<FunnelTexts>(locale);
        var title = Phrase.Of(texts, "SuggestTitle", new Span.Quoted(LeadText.OneLine(suggestion.Company, Suggestion.LongestCompany), true));
        return new Card
        {
            Kind = CardKind.FeedbackThread,
            Locale = texts.Locale,
            Summary = title,
            Sections =
            [
                new CardSection.Heading(title),
                new CardSection.FactList(
                [
                    new CardFact(texts["SuggestWhy"], Line.Quote(suggestion.Why)),
                    new CardFact(texts["SuggestBy"], Line.Of(new Span.Someone(suggestion.By, roster.NameOf(suggestion.By)), new Span.Plain(" · "), new Span.Moment(suggestion.At, MomentStyle.DateAndTime))),
                ]),
                new CardSection.Paragraph(texts["SuggestAsk"], Tone.Muted),
            ],
        };
    }
}
