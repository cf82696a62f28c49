using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Everything needed to call: who it is, why now, how it scores, where it comes from, what it did.</summary>
internal static class LeadFacts
{
    private const int EngagementsShown = 3;

    public static IEnumerable<CardFact> Of(Handoff handoff, Wording say, DateTimeOffset now)
    {
        var lead = handoff.Lead;
        if (Quotes(lead.Contact.Name, lead.Contact.Title) is { Spans.Count: > 0 } contact)
        {
            yield return new CardFact(say.Texts["contact"], contact);
        }

        if (lead.Contact.Email is { } email)
        {
            yield return new CardFact(say.Texts["email"], Line.Quote(email.Value));
        }

        if (lead.Contact.Phone is { Length: > 0 } phone)
        {
            yield return new CardFact(say.Texts["phone"], Line.Quote(phone));
        }

        yield return new CardFact(say.Texts["company"], Company(lead, say));
        if (WhyNow.Of(lead, now) is { } why)
        {
            yield return new CardFact(say.Texts["whyNow"], Why(why, say));
        }

        yield return new CardFact(say.Texts["score"], Score(handoff.Score, lead.Source, say));
        yield return new CardFact(say.Texts["source"], Quotes(lead.Source, lead.Campaign));
        if (lead.Engagements.Count > 0)
        {
            yield return new CardFact(say.Texts["engagements"], Engagements(lead, say));
        }
    }

    private static Line Company(Lead lead, Wording say)
    {
        var line = Quotes(lead.Company.Name, lead.Company.Industry, lead.Company.Country);
        return lead.Company.Employees is { } employees ? new Line([.. line.Spans, new Span.Plain(" · " + say.Texts.Format("employees", employees))]) : line;
    }

    private static Line Why(WhyNow why, Wording say)
    {
        IEnumerable<Span> what = why.Reason is WhyNowReason.Need or WhyNowReason.Other ? [] : [new Span.Plain(say.Texts["why." + why.Reason] + " ")];
        IEnumerable<Span> times = why.Count > 1 ? [new Span.Plain(" " + say.Texts.Format("times", why.Count))] : [];
        IEnumerable<Span> when = why.At is { } at && why.Reason != WhyNowReason.Need ? [new Span.Plain(" · "), new Span.Moment(at, MomentStyle.Date)] : [];
        return new Line([.. what, new Span.Quoted(why.Text), .. times, .. when]);
    }

    private static Line Score(ScoreCard score, string source, Wording say) => score.Given is null
        ? say.Texts.Format("scoreParts", score.Total, score.Attributes, score.Behaviour, score.Engagement)
        : new Line(Wording.Quoting(say.Texts.Format("scoreGiven", score.Total, Wording.Gap, score.Attributes, score.Behaviour, score.Engagement), source));

    private static Line Engagements(Lead lead, Wording say)
    {
        var spans = new List<Span>();
        foreach (var it in lead.Engagements.OrderByDescending(e => e.At ?? DateTimeOffset.MinValue).Take(EngagementsShown))
        {
            if (spans.Count > 0)
            {
                spans.Add(new Span.Plain(" · "));
            }

            spans.Add(say.Did(it));
            if (it.Count > 1)
            {
                spans.Add(new Span.Plain(" " + say.Texts.Format("times", it.Count)));
            }

            if (it.At is { } at)
            {
                spans.Add(new Span.Plain(" "));
                spans.Add(new Span.Moment(at, MomentStyle.Date));
            }
        }

        return new Line(spans);
    }

    private static Line Quotes(params string?[] texts)
    {
        var spans = new List<Span>();
        foreach (var text in texts.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            if (spans.Count > 0)
            {
                spans.Add(new Span.Plain(" · "));
            }

            spans.Add(new Span.Quoted(text!));
        }

        return new Line(spans);
    }
}
