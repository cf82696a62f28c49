using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>How a handoff stands: who has it or may take it, why it was decided as it was, each running clock.</summary>
internal static class StandingFacts
{
    private const int NamesShown = 6;

    public static IEnumerable<CardFact> Of(Handoff handoff, Wording say, DateTimeOffset now)
    {
        if (handoff.Owner is { } owner)
        {
            yield return new CardFact(say.Texts["owner"], Line.Of(say.Who(owner)));
        }
        else if (handoff.State == HandoffState.Offered)
        {
            yield return MayTake(handoff, say, now);
        }

        foreach (var fact in Reasons.Of(handoff, say))
        {
            yield return fact;
        }

        if (handoff.SnoozedUntil is { } until && until > now && handoff.State.IsOpen())
        {
            yield return new CardFact(say.Texts["snoozedUntil"], Line.Of(new Span.Moment(until, MomentStyle.DateAndTime)));
        }

        if (handoff.Attempts > 0 && handoff.State == HandoffState.Contacted)
        {
            yield return new CardFact(say.Texts["attempts"], Line.Plain(handoff.Attempts.ToString(say.Texts.Culture)));
        }

        foreach (var clock in Clocks(handoff, say, now))
        {
            yield return clock;
        }
    }

    private static CardFact MayTake(Handoff handoff, Wording say, DateTimeOffset now)
    {
        if (handoff.OfferedTo is { } to)
        {
            return new CardFact(say.Texts["offeredTo"], Line.Of(say.Who(to)));
        }

        var names = say.Members(handoff.Route.Pool).Where(p => !handoff.Without.Contains(p.Email) && !p.IsAway(now)).ToList();
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
                yield return new CardFact(say.Name(clock.Kind), line);
            }
        }
    }
}
