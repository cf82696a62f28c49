using System.Globalization;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Routing;

/// <summary>The conditions of a routing rule made ready to be asked many times.</summary>
internal sealed class RouteCondition
{
    private readonly List<(RouteAspect Aspect, List<string> Patterns, Glob[] Globs, Func<RouteCase, string?> Value)> lists = [];
    private readonly List<(RouteAspect Aspect, int Least, int Most, Func<RouteCase, int?> Value)> ranges = [];

    internal RouteCondition(RouteWhen? asked)
    {
        var when = asked ?? new RouteWhen();
        AddList(RouteAspect.Source, when.Source, c => c.Lead.Source);
        AddList(RouteAspect.Campaign, when.Campaign, c => c.Lead.Campaign);
        AddList(RouteAspect.Country, when.Country, c => c.Lead.Company.Country);
        AddList(RouteAspect.Industry, when.Industry, c => c.Lead.Company.Industry);
        AddList(RouteAspect.Title, when.Title, c => c.Lead.Contact.Title);
        AddList(RouteAspect.EmailDomain, when.EmailDomain, c => c.Lead.Contact.Email?.Domain);
        AddList(RouteAspect.Locale, when.Locale, c => c.Lead.Contact.Locale);
        AddList(RouteAspect.Owner, when.Owner, c => c.Lead.Owner?.Value);
        AddList(RouteAspect.Tier, when.Tier, c => c.Tier.ToString());
        AddRange(RouteAspect.Employees, when.MinEmployees, when.MaxEmployees, c => c.Lead.Company.Employees);
        AddRange(RouteAspect.Score, when.MinScore, null, c => c.Score);
    }

    /// <summary>Whether nothing is asked, so that every lead matches.</summary>
    internal bool MatchesAll => lists.Count == 0 && ranges.Count == 0;

    /// <summary>The first condition that does not hold, with the lead's value; null when all hold.</summary>
    internal RouteFinding? WhyNot(RouteCase asked) =>
        lists.Where(l => !(l.Value(asked) is { } v && Glob.AnyMatches(l.Globs, v))).Select(l => Refusal(l.Aspect, l.Value(asked), l.Patterns))
            .Concat(ranges.Where(r => !(r.Value(asked) is { } v && v >= r.Least && v <= r.Most))
                .Select(r => new RouteFinding(r.Aspect, Number(r.Value(asked))) { Least = r.Least, Most = r.Most == int.MaxValue ? null : r.Most }))
            .FirstOrDefault();

    /// <summary>What held, with the lead's values; empty when nothing is asked.</summary>
    internal IReadOnlyList<RouteFinding> Why(RouteCase asked) =>
        [.. lists.Select(l => new RouteFinding(l.Aspect, Shown(l.Value(asked)))), .. ranges.Select(r => new RouteFinding(r.Aspect, Number(r.Value(asked))))];

    private void AddList(RouteAspect aspect, List<string>? patterns, Func<RouteCase, string?> value)
    {
        if (patterns is { Count: > 0 })
        {
            lists.Add((aspect, patterns, [.. patterns.Select(p => new Glob(p))], value));
        }
    }

    private void AddRange(RouteAspect aspect, int? least, int? most, Func<RouteCase, int?> value)
    {
        if (least is not null || most is not null)
        {
            ranges.Add((aspect, least ?? 0, most ?? int.MaxValue, value));
        }
    }

    private static RouteFinding Refusal(RouteAspect aspect, string? value, List<string> patterns) => new(aspect, Shown(value))
    {
        Patterns = [.. patterns.Take(RouteFinding.MostNamed)],
        More = patterns.Count > RouteFinding.MostNamed ? patterns.Count - RouteFinding.MostNamed : null,
    };

    private static string? Shown(string? value) => string.IsNullOrEmpty(value) ? null : FieldError.Shown(value);

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What routing rules are asked about.</summary>
internal sealed record RouteCase(Lead Lead, int Score, Tier Tier);
