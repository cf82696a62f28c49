namespace Baton.Handoffs.Routing;

/// <summary>What one condition of a routing rule found of a lead: kept beside the English trace, so that each reader gets it in the own language.</summary>
/// <param name="Aspect">What was looked at.</param>
/// <param name="Value">What the lead says there, made harmless to show; null when it says nothing.</param>
public sealed record RouteFinding(RouteAspect Aspect, string? Value)
{
    /// <summary>So many patterns are named; a rule may list hundreds, and this is stored with every lead.</summary>
    public const int MostNamed = 8;

    /// <summary>What the rule asks for instead, as it is configured, at most <see cref="MostNamed"/>; null when the condition holds or asks for a range.</summary>
    public IReadOnlyList<string>? Patterns { get; init; }

    /// <summary>How many more patterns there are; null when all are named.</summary>
    public int? More { get; init; }

    /// <summary>The least that the rule asks for instead; null when the condition holds or asks for a word.</summary>
    public int? Least { get; init; }

    /// <summary>The most that it asks for; null for any.</summary>
    public int? Most { get; init; }
}

/// <summary>What a routing rule looks at. The names are stored.</summary>
public enum RouteAspect
{
    /// <summary>The sending system.</summary>
    Source,

    /// <summary>The campaign.</summary>
    Campaign,

    /// <summary>The country.</summary>
    Country,

    /// <summary>The industry.</summary>
    Industry,

    /// <summary>The job title.</summary>
    Title,

    /// <summary>What follows the <c>@</c> of the contact's address.</summary>
    EmailDomain,

    /// <summary>The contact's language.</summary>
    Locale,

    /// <summary>Who owns the account already.</summary>
    Owner,

    /// <summary>How urgent it is.</summary>
    Tier,

    /// <summary>How many work for the company.</summary>
    Employees,

    /// <summary>The score.</summary>
    Score,

    /// <summary>Nothing of the lead: a person named the pool.</summary>
    Person,
}
