using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Routing;

/// <summary>Says in a reader's language why a routing rule took a lead or not.</summary>
internal static class RouteReason
{
    /// <summary>The language of the trace that is stored and given to programs.</summary>
    internal const string Plain = "en";

    /// <summary>The reason.</summary>
    /// <param name="findings">What was found: all that held, or the one that did not; nothing when the rule asks for nothing.</param>
    /// <param name="locale">For whom.</param>
    internal static string Of(IReadOnlyList<RouteFinding> findings, string locale)
    {
        var texts = Texts.Of<RoutingTexts>(locale);
        return findings.Count == 0 ? texts["everyLead"] : string.Join(texts["separator"], findings.Select(f => Of(f, texts)));
    }

    private static string Of(RouteFinding finding, Texts texts)
    {
        var aspect = texts[$"aspect.{finding.Aspect}"];
        var value = string.IsNullOrEmpty(finding.Value) ? texts["unknown"] : Quoted(finding, finding.Value, texts);
        return finding switch
        {
            { Aspect: RouteAspect.Person } => aspect,
            { Patterns: { } patterns } => texts.Format("isNot", aspect, value, Names(finding, patterns, texts)),
            { Least: { } least } => texts.Format("isNot", aspect, value, finding.Most is { } most ? texts.Format("between", Number(least), Number(most)) : texts.Format("orMore", Number(least))),
            _ => texts.Format("is", aspect, value),
        };
    }

    // Tiers are ours and have a name in each language; all else is as the lead or the rule says it.
    private static string Quoted(RouteFinding finding, string value, Texts texts) =>
        texts.Format("quoted", finding.Aspect == RouteAspect.Tier && Enum.TryParse<Tier>(value, true, out var tier) ? texts[$"tier.{tier}"] : value);

    private static string Names(RouteFinding finding, IReadOnlyList<string> patterns, Texts texts)
    {
        var names = string.Join(texts["separator"], patterns.Select(p => Quoted(finding, p, texts)));
        return finding.More is { } others ? texts.Format("oneOfMore", names, Number(others))
            : patterns.Count == 1 ? names
            : texts.Format("oneOf", names);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
