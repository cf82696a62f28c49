using System.Globalization;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Routing;

/// <summary>The conditions of a routing rule made ready to be asked many times.</summary>
internal sealed class RouteCondition
{
    private readonly List<(string Name, List<string> Patterns, Glob[] Globs, Func<RouteCase, string?> Value)> lists = [];
    private readonly List<(string Name, int Least, int Most, Func<RouteCase, int?> Value)> ranges = [];

    internal RouteCondition(RouteWhen? asked)
    {
        var when = asked ?? new RouteWhen();
        AddList("source", when.Source, c => c.Lead.Source);
        AddList("campaign", when.Campaign, c => c.Lead.Campaign);
        AddList("country", when.Country, c => c.Lead.Company.Country);
        AddList("industry", when.Industry, c => c.Lead.Company.Industry);
        AddList("title", when.Title, c => c.Lead.Contact.Title);
        AddList("e-mail domain", when.EmailDomain, c => c.Lead.Contact.Email?.Domain);
        AddList("locale", when.Locale, c => c.Lead.Contact.Locale);
        AddList("owner", when.Owner, c => c.Lead.Owner?.Value);
        AddList("tier", when.Tier, c => c.Tier.ToString());
        AddRange("employees", when.MinEmployees, when.MaxEmployees, c => c.Lead.Company.Employees);
        AddRange("score", when.MinScore, null, c => c.Score);
    }

    /// <summary>Whether nothing is asked, so that every lead matches.</summary>
    internal bool MatchesAll => lists.Count == 0 && ranges.Count == 0;

    /// <summary>The first condition that does not hold, with the lead's value; null when all hold.</summary>
    internal string? WhyNot(RouteCase asked) =>
        lists.Where(l => !(l.Value(asked) is { } v && Glob.AnyMatches(l.Globs, v))).Select(l => $"{l.Name} is {Said(l.Value(asked))}, not {Names(l.Patterns)}")
            .Concat(ranges.Where(r => !(r.Value(asked) is { } v && v >= r.Least && v <= r.Most)).Select(r => $"{r.Name} is {Said(Number(r.Value(asked)))}, not {Span(r.Least, r.Most)}"))
            .FirstOrDefault();

    /// <summary>What held, with the lead's values.</summary>
    internal string Why(RouteCase asked) => MatchesAll
        ? "matches every lead"
        : string.Join(", ", lists.Select(l => $"{l.Name} is {Said(l.Value(asked))}").Concat(ranges.Select(r => $"{r.Name} is {Said(Number(r.Value(asked)))}")));

    private void AddList(string name, List<string>? patterns, Func<RouteCase, string?> value)
    {
        if (patterns is { Count: > 0 })
        {
            lists.Add((name, patterns, [.. patterns.Select(p => new Glob(p))], value));
        }
    }

    private void AddRange(string name, int? least, int? most, Func<RouteCase, int?> value)
    {
        if (least is not null || most is not null)
        {
            ranges.Add((name, least ?? 0, most ?? int.MaxValue, value));
        }
    }

    private static string Said(string? value) => string.IsNullOrEmpty(value) ? "unknown" : $"'{FieldError.Shown(value)}'";

    private static string Names(List<string> patterns) => patterns.Count == 1 ? $"'{patterns[0]}'" : $"one of {string.Join(", ", patterns.Select(p => $"'{p}'"))}";

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Span(int least, int most) => most == int.MaxValue ? $"{least} or more" : $"{least} to {most}";
}

/// <summary>What routing rules are asked about.</summary>
internal sealed record RouteCase(Lead Lead, int Score, Tier Tier);
