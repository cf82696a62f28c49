using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Chat.Views;

/// <summary>The handoff's card: everything needed to call, each running clock, and the buttons of its state.</summary>
public static class HandoffCard
{
    /// <summary>The card as that reader sees it.</summary>
    public static Card Of(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now)
    {
        if (handoff.ErasedAt is not null)
        {
            return ErasedCard.Of(handoff, CardKind.Handoff, "", reader, terms);
        }

        var say = new Wording(reader.Locale, terms);
        var sections = new List<CardSection>
        {
            new CardSection.Heading(Headline(handoff, say)),
            new CardSection.Paragraph(Status(handoff, say), ToneOf(handoff.State)),
            new CardSection.FactList([.. LeadFacts.Of(handoff, say, now), .. StandingFacts.Of(handoff, say, now)]),
        };
        if (handoff.Missing.Count > 0)
        {
            sections.Add(new CardSection.Paragraph(Line.Plain($"{say.Texts["missing"]}: {say.Fields(handoff.Missing)}"), Tone.Warning));
        }

        var notes = CardNotes.Of(handoff, say).ToList();
        if (notes.Count > 0)
        {
            sections.Add(new CardSection.Paragraph(notes, Tone.Muted));
        }

        return new Card
        {
            Kind = CardKind.Handoff,
            Locale = reader.Locale,
            Summary = Summary(handoff, say),
            Sections = sections,
            Actions = Actions.Of(handoff, reader, terms, now),
            Handoff = handoff.Id,
            Version = handoff.CardVersion,
        };
    }

    /// <summary>State, company and contact in one line, for notifications.</summary>
    internal static Line Summary(Handoff handoff, Wording say) => Line.Of(
        new Span.Plain(say.State(handoff.State) + ": "),
        new Span.Quoted(handoff.Lead.Company.Name ?? "?"),
        new Span.Plain(", "),
        new Span.Quoted(handoff.Lead.Contact.Name ?? "?"),
        new Span.Plain($", {say.Texts["score"]} {handoff.Score.Total}"));

    internal static Line Headline(Handoff handoff, Wording say) => handoff.Tier == Tier.Hot
        ? new Line([new Span.Plain(say.Texts["hot"] + " · ", true), .. Wording.Title(handoff).Spans])
        : Wording.Title(handoff);

    internal static Line Status(Handoff handoff, Wording say) =>
        new([new Span.Plain(say.State(handoff.State), true), new Span.Plain(" · "), .. say.LastAct(handoff).Spans]);

    private static Tone ToneOf(HandoffState state) => state switch
    {
        HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified or HandoffState.Won => Tone.Good,
        HandoffState.Rejected or HandoffState.Disqualified or HandoffState.Lost => Tone.Attention,
        HandoffState.Recycled or HandoffState.Returned => Tone.Warning,
        HandoffState.Withdrawn => Tone.Muted,
        _ => Tone.Normal,
    };
}
