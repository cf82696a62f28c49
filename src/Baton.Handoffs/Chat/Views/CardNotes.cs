using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Chat.Views;

/// <summary>What else is known of the person and the company: that they came again, came back, are a customer already, or are in another handoff.</summary>
internal static class CardNotes
{
    public static IEnumerable<Line> Of(Handoff handoff, Wording say)
    {
        if (handoff.Relatives.Any(r => r.State == HandoffState.Won))
        {
            yield return Line.Plain(say.Texts["relative.customer"], true);
        }

        foreach (var relative in handoff.Relatives)
        {
            yield return Relative(relative, say);
        }

        if (handoff.Repeats > 0)
        {
            yield return say.Texts.Format("repeat", handoff.Repeats);
        }

        if (handoff.Follows is not null)
        {
            yield return say.Texts["follows"];
        }
    }

    private static Line Relative(RelatedHandoff relative, Wording say)
    {
        IEnumerable<Span> who = relative.IsSamePerson ? [] : [new Span.Quoted(relative.Contact ?? "?"), new Span.Plain(" · ")];
        IEnumerable<Span> owner = relative.Owner is { } person ? [new Span.Plain(" · "), say.Who(person)] : [];
        return new Line(
        [
            new Span.Plain(say.Texts[relative.IsSamePerson ? "relative.person" : "relative.company"]),
            .. who,
            new Span.Plain(say.State(relative.State)),
            .. owner,
            new Span.Plain(" · "),
            new Span.Moment(relative.Created, MomentStyle.Date),
        ]);
    }
}
