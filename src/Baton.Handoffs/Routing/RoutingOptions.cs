namespace Baton.Handoffs.Routing;

/// <summary>
/// Who gets what, as it is configured (section <c>Routing</c>). Pools or rules that are left out mean one pool <c>sales</c>
/// that gets everything.
/// </summary>
public sealed class RoutingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Routing";

    /// <summary>The pools; null means one called <see cref="PoolOptions.DefaultName"/>.</summary>
    public List<PoolOptions>? Pools { get; set; }

    /// <summary>The channel with the feedback threads, such as <c>slack:C0456</c>.</summary>
    public string Marketing { get; set; } = "console:marketing";

    /// <summary>The rules, asked in order; the first that matches decides, and the last must match every lead. Null means everything to the first pool.</summary>
    public List<RouteRule>? Rules { get; set; }

    /// <summary>How often a handoff is passed on because nobody took it, 0 to 10, before <see cref="FallbackOwner"/> gets it.</summary>
    public int HopLimit { get; set; } = 2;

    /// <summary>The e-mail address of whoever gets what nobody took; null means the pool's managers decide.</summary>
    public string? FallbackOwner { get; set; }

    /// <summary>What somebody accepted who is away for more days than this goes back to the pool when the absence begins; 0 to 366.</summary>
    public int HandBackAfterDays { get; set; } = 2;

    /// <summary>The pools that count.</summary>
    public IReadOnlyList<PoolOptions> EffectivePools => Pools ?? [new PoolOptions()];

    /// <summary>The rules that count.</summary>
    public IReadOnlyList<RouteRule> EffectiveRules => Rules ?? [new RouteRule { Name = "everything", Pool = FirstPool }];

    internal string FirstPool => EffectivePools is { Count: > 0 } pools ? pools[0].Name : "";

    /// <summary>Everything wrong, each with key, value and what is allowed; empty when all is right.</summary>
    public IReadOnlyList<string> Validate() => [.. RoutingErrors.Of(this)];
}

/// <summary>A pool: people who may take the same handoffs, and where they see them.</summary>
public sealed class PoolOptions
{
    /// <summary>The name of the pool that exists when none is configured.</summary>
    public const string DefaultName = "sales";

    /// <summary>Its name, as people list it; compared in exact case.</summary>
    public string Name { get; set; } = DefaultName;

    /// <summary>The channel that its cards are posted to, such as <c>slack:C0123</c>.</summary>
    public string Sales { get; set; } = "console:sales";

    /// <summary>Where its cards go while <see cref="Sales"/> takes no messages, such as <c>slack:C0789</c>; null means directly to its members and managers.</summary>
    public string? Fallback { get; set; }

    /// <summary>The name of the calendar on which it works.</summary>
    public string Calendar { get; set; } = "default";
}
