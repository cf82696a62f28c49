namespace Baton.Handoffs.Leads;

/// <summary>The kinds of engagement that Baton knows; a sender may use other words.</summary>
public static class EngagementKinds
{
    /// <summary>A form was sent: a request, a question, a registration.</summary>
    public const string Form = "form";

    /// <summary>A person met us: an event, a webinar, a badge scan.</summary>
    public const string Event = "event";

    /// <summary>A marketing e-mail was opened or clicked.</summary>
    public const string Email = "email";

    /// <summary>Pages were read.</summary>
    public const string Page = "page";
}
