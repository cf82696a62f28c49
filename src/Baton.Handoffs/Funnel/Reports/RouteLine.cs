using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What a routing rule said of a lead, on one line.</summary>
internal static class RouteLine
{
    /// <summary>The line. All of it is quoted: it holds the lead's own values.</summary>
    public static Line Of(RouteStep step, string locale) => Line.Of(new Span.Plain(step.Matched ? "✓ " : "– "), new Span.Quoted(step.Told(locale)));
}
