using System.Text.Json;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Reads the route of a <see cref="UsualSnapshot"/>. Only what is configured is shared with other handoffs: why a rule took a lead or not has the
/// lead's own values in it, which must not be kept.
/// </summary>
internal static class UsualRoute
{
    private static readonly RecurringJson<string> Names = new(HandoffJson.Stored.String);
    private static readonly RecurringJson<Place> Places = new(HandoffJson.Stored.Place);

    /// <summary>Reads a route.</summary>
    /// <param name="parts">Stands on it, and then on its end.</param>
    /// <exception cref="JsonException">There is anything in it, or missing, that only the serializer knows how to take; see <see cref="JsonParts"/> too.</exception>
    public static Route Read(ref JsonParts parts)
    {
        (string? Pool, Place? Sales, Place? Marketing, string? Calendar, List<RouteStep>? Trace, Place? Fallback) route = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "pool":
                    route.Pool = parts.Recurring(Names);
                    break;
                case "sales":
                    route.Sales = parts.Recurring(Places);
                    break;
                case "marketing":
                    route.Marketing = parts.Recurring(Places);
                    break;
                case "calendar":
                    route.Calendar = parts.Recurring(Names);
                    break;
                case "trace":
                    route.Trace = Trace(ref parts);
                    break;
                case "fallback":
                    route.Fallback = parts.Recurring(Places);
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return route is { Pool: { } pool, Sales: { } sales, Marketing: { } marketing, Calendar: { } calendar, Trace: { } trace }
            ? new Route(pool, sales, marketing, calendar, trace) { Fallback = route.Fallback }
            : throw new JsonException("The route lacks something.");
    }

    private static List<RouteStep> Trace(ref JsonParts parts)
    {
        var trace = new List<RouteStep>();
        parts.EnterArray();
        while (parts.NextElement())
        {
            trace.Add(Step(ref parts));
        }

        return trace;
    }

    private static RouteStep Step(ref JsonParts parts)
    {
        (string? Rule, bool? Matched, string? Because, IReadOnlyList<RouteFinding>? Findings) step = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "rule":
                    step.Rule = parts.Recurring(Names);
                    break;
                case "matched":
                    step.Matched = parts.Boolean();
                    break;
                case "because":
                    step.Because = parts.String();
                    break;
                case "findings":
                    step.Findings = parts.List(HandoffJson.Stored.IReadOnlyListRouteFinding);
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return step is { Rule: { } rule, Matched: { } matched, Because: { } because }
            ? new RouteStep(rule, matched, because) { Findings = step.Findings }
            : throw new JsonException("A step of a route lacks something.");
    }
}
