using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Routing;

/// <summary>Finds the pool for a lead: the first rule that matches decides. Holds no state of its own: one instance serves everybody.</summary>
/// <param name="options">The routing, validated (<see cref="RoutingOptions.Validate"/>).</param>
public sealed class LeadRouter(RoutingOptions options)
{
    private readonly Place marketing = Place.Parse(options.Marketing);
    private readonly (RouteRule Rule, RouteCondition Condition)[] rules = [.. options.EffectiveRules.Select(r => (r, new RouteCondition(r.When)))];
    private readonly Dictionary<string, (PoolOptions Pool, Place Sales)> pools = options.EffectivePools.ToDictionary(p => p.Name, p => (p, Place.Parse(p.Sales)), StringComparer.Ordinal);

    /// <summary>Routes a qualified lead. The trace says of every rule that was asked why it matched or why not.</summary>
    public Route Route(Lead lead, ScoreCard card, Tier tier)
    {
        var asked = new RouteCase(lead, card.Total, tier);
        var trace = new List<RouteStep>();
        foreach (var (rule, condition) in rules)
        {
            var whyNot = condition.WhyNot(asked);
            trace.Add(RouteStep.Of(rule.Name, whyNot is null, whyNot is null ? condition.Why(asked) : [whyNot]));
            if (whyNot is null)
            {
                return To(rule.Pool, trace);
            }
        }

        throw new InvalidOperationException("No routing rule matched: the last one must match every lead, which validation asks for.");
    }

    /// <summary>The rules that are not asked of a lead, because an earlier one takes it, each with what it would have said.</summary>
    public IReadOnlyList<RouteStep> NotAsked(Lead lead, ScoreCard card, Tier tier)
    {
        var asked = new RouteCase(lead, card.Total, tier);
        return [.. rules.Select(r => (r.Rule, r.Condition, WhyNot: r.Condition.WhyNot(asked))).SkipWhile(r => r.WhyNot is not null).Skip(1)
            .Select(r => RouteStep.Of(r.Rule.Name, r.WhyNot is null, r.WhyNot is null ? r.Condition.Why(asked) : [r.WhyNot]))];
    }

    /// <summary>The route to a pool that a person named, for a handoff that is passed on; null when there is no such pool.</summary>
    public Route? Named(string pool) => pools.ContainsKey(pool) ? To(pool, [RouteStep.Of(pool, true, [new RouteFinding(RouteAspect.Person, null)])]) : null;

    /// <summary>Every pool with its places, in the configured order.</summary>
    public IReadOnlyList<Route> Pools => [.. pools.Keys.Select(name => To(name, []))];

    private Route To(string name, IReadOnlyList<RouteStep> trace)
    {
        var (pool, sales) = pools[name];
        return new Route(pool.Name, sales, marketing, pool.Calendar, trace) { Fallback = pool.Fallback is { } place ? Place.Parse(place) : null };
    }
}
