using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Nudges;

/// <summary>What is to be done with something that waits in an inbox.</summary>
public abstract record InboxVerdict
{
    private InboxVerdict()
    {
    }

    /// <summary>Tell it now.</summary>
    public sealed record Send : InboxVerdict;

    /// <summary>Not before then.</summary>
    public sealed record Wait(DateTimeOffset Until) : InboxVerdict;

    /// <summary>Never, for this reason.</summary>
    public sealed record Drop(NudgeOutcome Why) : InboxVerdict;

    /// <summary>Judges a reminder or word for one person. Pure.</summary>
    /// <param name="item">What waits.</param>
    /// <param name="handoff">Its handoff as it stands; null when there is none any more.</param>
    /// <param name="happened">The event that a word is about; null for a reminder.</param>
    /// <param name="recipient">Whose inbox.</param>
    /// <param name="terms">When people work and are away.</param>
    /// <param name="now">When.</param>
    public static InboxVerdict Of(InboxItem item, Handoff? handoff, HandoffEvent? happened, EmailAddress recipient, Terms terms, DateTimeOffset now)
    {
        var person = terms.Roster.Find(recipient);
        if (handoff is null)
        {
            return new Drop(NudgeOutcome.MovedOn);
        }

        if (Muting.Of(handoff, item.Word, happened, person, now) is { } muted)
        {
            return Muting.Until(handoff, muted, person) is { } until && until > now ? new Wait(until) : new Drop(muted);
        }

        return QuietHours.DeliverAt(now, terms.CalendarOf(recipient)) switch
        {
            null => new Drop(NudgeOutcome.Refused),
            { } opens when opens > now => new Wait(opens),
            _ => new Send(),
        };
    }
}
