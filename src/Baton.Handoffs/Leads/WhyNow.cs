namespace Baton.Handoffs.Leads;

/// <summary>What the line on why now is about. The names are stored.</summary>
public enum WhyNowReason
{
    /// <summary>The contact's own words.</summary>
    Need,

    /// <summary>A form was sent.</summary>
    Form,

    /// <summary>An event or webinar.</summary>
    Event,

    /// <summary>A marketing e-mail was opened.</summary>
    Email,

    /// <summary>Pages were read.</summary>
    Page,

    /// <summary>Something else, in the sender's own word.</summary>
    Other,

    /// <summary>Nothing but the campaign is known.</summary>
    Campaign,
}

/// <summary>The one thing that says why a lead is worth a call now, as data: the card puts it into words.</summary>
/// <param name="Reason">What it is about.</param>
/// <param name="Text">The lead's own text, untrusted: the need, what was engaged with, or the campaign; may be empty.</param>
/// <param name="At">When it happened, UTC, if known.</param>
/// <param name="Count">How often, at least 1.</param>
public sealed record WhyNow(WhyNowReason Reason, string Text, DateTimeOffset? At, int Count = 1)
{
    /// <summary>An engagement older than this says little about now: any younger one comes first.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>
    /// Picks it: the need when one was stated, else the strongest fresh engagement (form, event, e-mail, page), of equals the latest,
    /// else the strongest stale one, else the campaign. Null when nothing is known.
    /// </summary>
    public static WhyNow? Of(Lead lead, DateTimeOffset now)
    {
        var best = lead.Engagements
            .OrderByDescending(e => e.At is { } at && now - at <= Fresh)
            .ThenBy(e => ReasonOf(e.Kind))
            .ThenByDescending(e => e.At ?? DateTimeOffset.MinValue)
            .FirstOrDefault();
        if (!string.IsNullOrWhiteSpace(lead.Need))
        {
            return new WhyNow(WhyNowReason.Need, lead.Need, best?.At);
        }

        return best is not null ? new WhyNow(ReasonOf(best.Kind), best.What, best.At, best.Count)
            : lead.Campaign is { } campaign ? new WhyNow(WhyNowReason.Campaign, campaign, null)
            : null;
    }

    private static WhyNowReason ReasonOf(string kind) => kind switch
    {
        EngagementKinds.Form => WhyNowReason.Form,
        EngagementKinds.Event => WhyNowReason.Event,
        EngagementKinds.Email => WhyNowReason.Email,
        EngagementKinds.Page => WhyNowReason.Page,
        _ => WhyNowReason.Other,
    };
}
