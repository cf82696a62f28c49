using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Chat.Views;

/// <summary>What marketing reads in a campaign's thread: one short reply for each rejection, recycling, disqualification, win, loss and what became of a contest.</summary>
public static class FeedbackCard
{
    /// <summary>The topic of the feedback on an event.</summary>
    public static string Topic(int number) => $"feedback-{number:D6}";

    /// <summary>The reply about one event, with the buttons that the handoff allows now.</summary>
    public static Card Of(Handoff handoff, HandoffEvent happened, int number, CardReader reader, Terms terms, DateTimeOffset now)
    {
        if (handoff.ErasedAt is not null)
        {
            return ErasedCard.Of(handoff, CardKind.Feedback, Topic(number), reader, terms);
        }

        var say = new Wording(reader.Locale, terms);
        var kind = KindOf(happened);
        var title = Line.Of(new Span.Plain(say.Texts["feedback." + kind] + ": ", true), new Span.Quoted(handoff.Lead.Company.Name ?? "?", true), new Span.Plain(" · "), new Span.Quoted(handoff.Lead.Contact.Name ?? "?"));
        var facts = Facts(handoff, happened, say, terms).ToList();
        var sections = new List<CardSection>
        {
            new CardSection.Paragraph(title, kind is "rejected" or "disqualified" or "lost" or "returned" ? Tone.Attention : kind is "won" or "resubmitted" or "contestUpheld" ? Tone.Good : Tone.Warning),
            new CardSection.FactList(facts),
        };
        if (handoff.AcknowledgedBy is { } read)
        {
            sections.Add(new CardSection.Paragraph(Line.Of(new Span.Plain(say.Texts["feedback.acknowledged"]), say.Who(read)), Tone.Muted));
        }

        return new Card
        {
            Kind = CardKind.Feedback,
            Locale = reader.Locale,
            Summary = title,
            Sections = sections,
            Actions = Standing(handoff, happened) ? Actions.ForFeedback(handoff, reader, terms, now) : [],
            Handoff = handoff.Id,
            Topic = Topic(number),
            Version = handoff.CardVersion,
        };
    }

    /// <summary>The first message of a campaign's thread.</summary>
    public static Card Thread(string? campaign, string locale)
    {
        var texts = Texts.Of<CardTexts>(locale);
        var format = texts["thread.title"];
        var at = format.IndexOf("{0}", StringComparison.Ordinal);
        var title = campaign is null
            ? Line.Plain(texts["thread.none"], true)
            : Line.Of(new Span.Plain(format[..at]), new Span.Quoted(campaign, true), new Span.Plain(format[(at + 3)..]));
        return new Card
        {
            Kind = CardKind.FeedbackThread,
            Locale = locale,
            Summary = title,
            Sections = [new CardSection.Heading(title), new CardSection.Paragraph(Line.Plain(texts["thread.about"]), Tone.Muted)],
        };
    }

    // Buttons belong to the latest word on a matter: an older reply keeps none that a newer one has.
    private static bool Standing(Handoff handoff, HandoffEvent happened) => happened switch
    {
        HandoffEvent.Rejected it => handoff.State == HandoffState.Rejected && handoff.Reason?.At == it.At && handoff.Contest is null,
        HandoffEvent.Contested => handoff.Contest is { Upheld: null } && handoff.State == HandoffState.Rejected,
        HandoffEvent.Received => handoff.State == HandoffState.Returned,
        HandoffEvent.Recycled or HandoffEvent.Disqualified => handoff.State is HandoffState.Recycled or HandoffState.Disqualified,
        HandoffEvent.ContestDecided { Upheld: false } => handoff is { State: HandoffState.Rejected, Contest.Upheld: false },
        _ => false,
    };

    private static string KindOf(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received => "returned",
        HandoffEvent.Rejected => "rejected",
        HandoffEvent.Recycled => "recycled",
        HandoffEvent.Disqualified => "disqualified",
        HandoffEvent.Won => "won",
        HandoffEvent.Lost => "lost",
        HandoffEvent.Contested => "contested",
        HandoffEvent.ContestDecided { Upheld: true } => "contestUpheld",
        HandoffEvent.ContestDecided => "contestDismissed",
        HandoffEvent.Resubmitted => "resubmitted",
        _ => "undone",
    };

    private static IEnumerable<CardFact> Facts(Handoff handoff, HandoffEvent happened, Wording say, Terms terms)
    {
        switch (happened)
        {
            case HandoffEvent.Received it:
                yield return new CardFact(say.Texts["missing"], Line.Plain(say.Fields(it.Missing)));
                break;
            case HandoffEvent.Rejected it:
                yield return Reason(it.Code, it.Class, say);
                break;
            case HandoffEvent.Recycled it:
                yield return Reason(it.Code, ReasonClass.Recycle, say);
                yield return new CardFact(say.Texts["comesBack"], Line.Of(new Span.Moment(it.On, MomentStyle.Date)));
                break;
            case HandoffEvent.Disqualified it:
                yield return Reason(it.Code, ReasonClass.Disqualify, say);
                break;
            case HandoffEvent.Won { Amount: { } amount } it:
                yield return new CardFact(say.Texts["amount"], Line.Plain(string.Create(say.Texts.Culture, $"{amount:N0} {it.Currency}")));
                break;
        }

        if (Comment(happened) is { } comment)
        {
            yield return new CardFact(say.Texts["comment"], Line.Quote(comment));
        }

        yield return new CardFact(say.Texts["feedback.by"], Line.Of(say.Who(happened.By), new Span.Plain(" · "), new Span.Moment(happened.At, MomentStyle.DateAndTime)));
    }

    private static CardFact Reason(string code, ReasonClass of, Wording say) =>
        new(say.Texts["reason"], say.Reason(code, of));

    private static string? Comment(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Rejected it => it.FollowUp is null ? it.Comment : $"{it.Comment} → {it.FollowUp}".Trim(),
        HandoffEvent.Recycled it => it.Comment,
        HandoffEvent.Disqualified it => it.Comment,
        HandoffEvent.Lost it => it.Why,
        HandoffEvent.Contested it => it.Comment,
        HandoffEvent.ContestDecided it => it.Comment,
        _ => null,
    };
}
