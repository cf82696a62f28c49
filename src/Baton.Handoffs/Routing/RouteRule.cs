namespace Baton.Handoffs.Routing;

/// <summary>One routing rule as it is configured.</summary>
public sealed class RouteRule
{
    /// <summary>What the trace calls it; unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>What must be true of a lead; nothing set matches every lead.</summary>
    public RouteWhen? When { get; set; }

    /// <summary>The pool that gets it.</summary>
    public string Pool { get; set; } = "";
}

/// <summary>
/// The conditions of a routing rule; all that are set must hold. A list holds when one of its patterns fits the lead's whole
/// value: case and character width do not count, <c>*</c> stands for any characters. A value that the lead lacks fits nothing.
/// </summary>
public sealed class RouteWhen
{
    /// <summary>The sending system.</summary>
    public List<string>? Source { get; set; }

    /// <summary>The campaign.</summary>
    public List<string>? Campaign { get; set; }

    /// <summary>The country, in the sender's words.</summary>
    public List<string>? Country { get; set; }

    /// <summary>The industry, in the sender's words.</summary>
    public List<string>? Industry { get; set; }

    /// <summary>The job title.</summary>
    public List<string>? Title { get; set; }

    /// <summary>What follows the <c>@</c> of the contact's address.</summary>
    public List<string>? EmailDomain { get; set; }

    /// <summary>The contact's language.</summary>
    public List<string>? Locale { get; set; }

    /// <summary>Who owns the account already: an e-mail address.</summary>
    public List<string>? Owner { get; set; }

    /// <summary>How urgent: <c>normal</c> or <c>hot</c>.</summary>
    public List<string>? Tier { get; set; }

    /// <summary>Employees, at least this.</summary>
    public int? MinEmployees { get; set; }

    /// <summary>Employees, at most this.</summary>
    public int? MaxEmployees { get; set; }

    /// <summary>Score, at least this, 0 to 100.</summary>
    public int? MinScore { get; set; }
}
