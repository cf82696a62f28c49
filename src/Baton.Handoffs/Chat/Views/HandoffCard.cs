using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>The handoff's card: everything needed to call, each running clock, and the buttons of its state.</summary>
public static class HandoffCard
{
    private const int EngagementsShown = 3;
    private const int NamesShown = 6;

    /// <summary>The card as that reader sees it.</summary>
    public static Card Of(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now)
    {
        var say = new Wording(reader.Locale, terms);
        var sections = new List<CardSection>
        {
            new CardSection.Heading(Headline(handoff, say)),
            new CardSection.Paragraph(Status(handoff, say), ToneOf(handoff.State)),
            new CardSection.FactList([.. Lead(handoff, say), .. Standing(handoff, say), .. Clocks(handoff, say, now)]),
        };
        if (handoff.Missing.Count > 0)
        {
            sections.Add(new CardSection.Paragraph(Line.Plain($"{say.Texts["missing"]}: {say.Fields(handoff.Missing)}"), Tone.Warning));
        }

        var notes = Notes(handoff, say).ToList();
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

    private static Line Headline(Handoff handoff, Wording say) => handoff.Tier == Tier.Hot
        ? new Line([new Span.Plain(say.Texts["hot"] + " · ", true), .. Wording.Title(handoff).Spans])
        : Wording.Title(handoff);

    private static Line Status(Handoff handoff, Wording say) =>
        new([new Span.Plain(say.State(handoff.State), true), new Span.Plain(" · "), .. say.LastAct(handoff).Spans]);

    private static Tone ToneOf(HandoffState state) => state switch
    {
        HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified or HandoffState.Won => Tone.Good,
        HandoffState.Rejected or HandoffState.Disqualified or HandoffState.Lost => Tone.Attention,
        HandoffState.Recycled or HandoffState.Returned => Tone.Warning,
        HandoffState.Withdrawn => Tone.Muted,
        _ => Tone.Normal,
    };

    private static IEnumerable<CardFact> Lead(Handoff handoff, Wording say)
    {
        var lead = handoff.Lead;
        yield return new CardFact(say.Texts["contact"], Quotes(lead.Contact.Name, lead.Contact.Title));
        if (lead.Contact.Email is { } email)
        {
            yield return new CardFact(say.Texts["email"], Line.Quote(email.Value));
        }

        if (lead.Contact.Phone is { Length: > 0 } phone)
        {
            yield return new CardFact(say.Texts["phone"], Line.Quote(phone));
        }

        yield return new CardFact(say.Texts["company"], Company(lead, say));
        if (WhyNow(lead, say) is { } why)
        {
            yield return new CardFact(say.Texts["whyNow"], why);
        }

        yield return new CardFact(say.Texts["score"], Line.Plain(Score(handoff.Score, lead.Source, say)));
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

    // What they asked for says it best; else the last thing they did.
    private static Line? WhyNow(Lead lead, Wording say) => lead.Need is { Length: > 0 } need ? Line.Quote(need)
        : lead.Engagements.LastOrDefault(e => e.At is not null) is { } last ? Line.Of(say.Did(last), new Span.Plain(" · "), new Span.Moment(last.At!.Value, MomentStyle.Date))
        : null;

    private static string Score(ScoreCard score, string source, Wording say) => score.Given is null
        ? say.Texts.Format("scoreParts", score.Total, score.Attributes, score.Behaviour, score.Engagement)
        : say.Texts.Format("scoreGiven", score.Total, LeadText.OneLine(source, 40), score.Attributes, score.Behaviour, score.Engagement);

    private static Line Engagements(Lead lead, Wording say)
    {
        var spans = new List<Span>();
        foreach (var it in lead.Engagements.OrderByDescending(e => e.At ?? DateTimeOffset.MinValue).Take(EngagementsShown))
        {
            if (spans.Count > 0)
            {
                spans.Add(new Span.Plain(" · "));
            }

            spans.Add(What(it, say));
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

    private static Span What(Engagement it, Wording say) =>
        it.What.Length > 0 ? new Span.Quoted(it.What)
        : it.Kind is EngagementKinds.Form or EngagementKinds.Event or EngagementKinds.Email or EngagementKinds.Page ? new Span.Plain(say.Texts["kind." + it.Kind])
        : new Span.Quoted(it.Kind);

    private static IEnumerable<CardFact> Standing(Handoff handoff, Wording say)
    {
        if (handoff.Owner is { } owner)
        {
            yield return new CardFact(say.Texts["owner"], Line.Of(say.Who(owner)));
        }
        else if (handoff.State == HandoffState.Offered)
        {
            yield return MayTake(handoff, say);
        }

        foreach (var fact in Reasons.Of(handoff, say))
        {
            yield return fact;
        }

        if (handoff.SnoozedUntil is { } until)
        {
            yield return new CardFact(say.Texts["snoozedUntil"], Line.Of(new Span.Moment(until, MomentStyle.DateAndTime)));
        }

        if (handoff.Attempts > 0 && handoff.State == HandoffState.Contacted)
        {
            yield return new CardFact(say.Texts["attempts"], Line.Plain(handoff.Attempts.ToString(say.Texts.Culture)));
        }
    }

    private static CardFact MayTake(Handoff handoff, Wording say)
    {
        if (handoff.OfferedTo is { } to)
        {
            return new CardFact(say.Texts["offeredTo"], Line.Of(say.Who(to)));
        }

        var names = say.Members(handoff.Route.Pool).Where(p => !handoff.Without.Contains(p.Email)).ToList();
        var spans = new List<Span> { new Span.Plain(say.Texts.Format("pool", handoff.Route.Pool)) };
        foreach (var person in names.Take(NamesShown))
        {
            spans.Add(new Span.Plain(" · "));
            spans.Add(say.Who(person.Email));
        }

        return new CardFact(say.Texts["mayTake"], new Line(names.Count > NamesShown ? [.. spans, new Span.Plain(" …")] : spans));
    }

    private static IEnumerable<CardFact> Clocks(Handoff handoff, Wording say, DateTimeOffset now)
    {
        foreach (var clock in handoff.Clocks.Where(c => !c.IsStopped).OrderBy(c => c.Kind))
        {
            if (say.Clock(clock, now) is { } line)
            {
                var name = clock.Kind switch { ClockKind.Accept => "accept", ClockKind.Contact => "contact", _ => "outcome" };
                yield return new CardFact(say.Texts["clock." + name], line);
            }
        }
    }

    private static IEnumerable<Line> Notes(Handoff handoff, Wording say)
    {
        if (handoff.Repeats > 0)
        {
            yield return say.Texts.Format("repeat", handoff.Repeats);
        }

        if (handoff.Follows is not null)
        {
            yield return say.Texts["follows"];
        }
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
