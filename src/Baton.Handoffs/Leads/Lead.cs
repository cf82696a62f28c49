namespace Baton.Handoffs.Leads;

/// <summary>
/// A lead as marketing's system sent it. All of its text is untrusted: it comes from web forms.
/// What is missing is null or empty, never a made-up value.
/// </summary>
public sealed record Lead
{
    /// <summary>The sending system's own id; with <see cref="Source"/> it names the lead for ever.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The sending system or channel, such as <c>hubspot</c> or <c>web</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The campaign that brought the lead; null when it came without one.</summary>
    public string? Campaign { get; init; }

    /// <summary>Whether marketing calls it an MQL; null leaves the decision to the score.</summary>
    public bool? Qualified { get; init; }

    /// <summary>When it was qualified at the source, UTC; null means when it arrived.</summary>
    public DateTimeOffset? QualifiedAt { get; init; }

    /// <summary>The sender's own score, 0 to 100.</summary>
    public int? Score { get; init; }

    /// <summary>The person.</summary>
    public required Contact Contact { get; init; }

    /// <summary>The company.</summary>
    public required Company Company { get; init; }

    /// <summary>What the person asked for, in own words.</summary>
    public string? Need { get; init; }

    /// <summary>What the person did, newest last.</summary>
    public IReadOnlyList<Engagement> Engagements { get; init; } = [];

    /// <summary>Who owns the account already, if the sender knows.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>Fields that Baton does not know, kept as they came.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>The person of a lead.</summary>
public sealed record Contact
{
    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Phone number as it was typed.</summary>
    public string? Phone { get; init; }

    /// <summary>Job title.</summary>
    public string? Title { get; init; }

    /// <summary>BCP 47 language, such as <c>ja</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA time zone, such as <c>Asia/Tokyo</c>.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>The company of a lead.</summary>
public sealed record Company
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Internet domain, lower case.</summary>
    public string? Domain { get; init; }

    /// <summary>Industry in the sender's words.</summary>
    public string? Industry { get; init; }

    /// <summary>Number of employees, at least 0.</summary>
    public int? Employees { get; init; }

    /// <summary>Country in the sender's words.</summary>
    public string? Country { get; init; }
}

/// <summary>Something that a contact did.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What sort: <c>form</c>, <c>page</c>, <c>email</c>, <c>event</c> or the sender's own word.</param>
/// <param name="What">Which one, such as a form's name.</param>
/// <param name="Count">How often, at least 1.</param>
public sealed record Engagement(DateTimeOffset? At, string Kind, string What, int Count = 1);
