using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Why a handoff was rejected, recycled or disqualified, and what came of an opportunity, as facts.</summary>
internal static class Reasons
{
    public static IEnumerable<CardFact> Of(Handoff handoff, Wording say)
    {
        if (handoff.Reason is { } reason)
        {
            yield return new CardFact(say.Texts["reason"], say.Reason(reason.Code, reason.Class));
            if (reason.FollowUp is { } followUp)
            {
                yield return new CardFact("→", Line.Quote(followUp));
            }

            if (reason.Comment is { } comment)
            {
                yield return new CardFact(say.Texts["comment"], Line.Quote(comment));
            }
        }

        if (handoff is { State: HandoffState.Recycled, ComesBackOn: { } on })
        {
            yield return new CardFact(say.Texts["comesBack"], Line.Of(new Span.Moment(on, MomentStyle.Date)));
        }

        if (handoff.Opportunity is { } opportunity)
        {
            yield return new CardFact(say.Texts["opportunity"], Line.Quote(opportunity));
        }

        if (handoff.Amount is { } amount)
        {
            yield return new CardFact(say.Texts["amount"], Line.Plain(string.Create(say.Texts.Culture, $"{amount:N0} {handoff.Currency}")));
        }
    }
}
