using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Routing;

/// <summary>Finds what is wrong with the routing.</summary>
internal static class RoutingErrors
{
    private const int MostHops = 10;
    private const string Key = RoutingOptions.Section;
    private const string PlaceRule = "a place such as console:sales, slack:C0123 or teams:19:…@thread.tacv2";

    internal static IEnumerable<string> Of(RoutingOptions options) =>
    [
        .. IsPlace(options.Marketing) ? [] : (string[])[OptionError.Of($"{Key}:Marketing", options.Marketing, PlaceRule)],
        .. OptionError.Range($"{Key}:HopLimit", options.HopLimit, 0, MostHops),
        .. OptionError.Range($"{Key}:HandBackAfterDays", options.HandBackAfterDays, 0, PeopleDesk.LongestAbsenceDays),
        .. options.FallbackOwner is null || EmailAddress.TryParse(options.FallbackOwner, out _) ? [] : (string[])[OptionError.Of($"{Key}:FallbackOwner", options.FallbackOwner, LeadRules.Email)],
        .. OfPools(options.EffectivePools),
        .. OfRules(options),
    ];

    private static IEnumerable<string> OfPools(IReadOnlyList<PoolOptions> pools)
    {
        if (pools.Count == 0)
        {
            yield return OptionError.Of($"{Key}:Pools", "", "a list of at least one pool, or left out");
        }

        for (var at = 0; at < pools.Count; at++)
        {
            var (pool, key) = (pools[at], $"{Key}:Pools:{at}");
            if (string.IsNullOrWhiteSpace(pool.Name) || pools.Take(at).Any(p => p.Name == pool.Name))
            {
                yield return OptionError.Of($"{key}:Name", pool.Name, "a name that no other pool has");
            }

            if (!IsPlace(pool.Sales))
            {
                yield return OptionError.Of($"{key}:Sales", pool.Sales, PlaceRule);
            }

            if (pool.Fallback is { } fallback && (!IsPlace(fallback) || fallback == pool.Sales))
            {
                yield return OptionError.Of($"{key}:Fallback", fallback, $"{PlaceRule}, other than Sales, or left out");
            }

            if (string.IsNullOrWhiteSpace(pool.Calendar))
            {
                yield return OptionError.Of($"{key}:Calendar", pool.Calendar, "the name of a calendar");
            }
        }
    }

    private static IEnumerable<string> OfRules(RoutingOptions options)
    {
        var rules = options.EffectiveRules;
        for (var at = 0; at < rules.Count; at++)
        {
            var (rule, key) = (rules[at], $"{Key}:Rules:{at}");
            if (string.IsNullOrWhiteSpace(rule.Name) || rules.Take(at).Any(r => r.Name == rule.Name))
            {
                yield return OptionError.Of($"{key}:Name", rule.Name, "a name that no other rule has");
            }

            if (!options.EffectivePools.Any(p => p.Name == rule.Pool))
            {
                yield return OptionError.Of($"{key}:Pool", rule.Pool, $"one of the pools: {string.Join(", ", options.EffectivePools.Select(p => p.Name))}");
            }

            foreach (var error in OfWhen(rule.When ?? new RouteWhen(), $"{key}:When"))
            {
                yield return error;
            }

            if (at < rules.Count - 1 && new RouteCondition(rule.When).MatchesAll)
            {
                yield return OptionError.Of($"{key}:When", "", "narrower, or this rule the last one: it matches every lead, so the rules after it are never asked");
            }
        }

        if (rules.Count == 0 || !new RouteCondition(rules[^1].When).MatchesAll)
        {
            yield return OptionError.Of(
                $"{Key}:Rules", rules.Count == 0 ? "" : rules[^1].Name,
                $"a list whose last rule matches every lead: add {{ \"Name\": \"everything else\", \"Pool\": \"{options.FirstPool}\" }}");
        }
    }

    private static IEnumerable<string> OfWhen(RouteWhen when, string key) =>
    [
        .. OptionError.Range($"{key}:MinScore", when.MinScore ?? 0, 0, 100),
        .. OptionError.Range($"{key}:MinEmployees", when.MinEmployees ?? 0, 0, LeadLimits.MaxCount),
        .. OptionError.Range($"{key}:MaxEmployees", when.MaxEmployees ?? LeadLimits.MaxCount, Math.Max(0, when.MinEmployees ?? 0), LeadLimits.MaxCount),
        .. (when.Tier ?? []).Where(t => !Enum.TryParse<Tier>(t, true, out _)).Select(t => OptionError.Of($"{key}:Tier", t, string.Join(" or ", Enum.GetNames<Tier>()))),
    ];

    private static bool IsPlace(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < text.Length - 1;
}
