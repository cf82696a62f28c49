using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// Bars as a chart of Teams' own (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards). A client that knows no charts shows what is
/// given as <c>fallback</c>, which every renderer of Adaptive Cards 1.2 and later does.
/// </summary>
internal static class ChartElement
{
    /// <summary>The chart; null when there is nothing that a bar could show.</summary>
    /// <param name="bars">The bars that are shown.</param>
    /// <param name="instead">The same as text.</param>
    /// <param name="limit">The most characters of a label.</param>
    public static JsonObject? Of(IReadOnlyList<Bar> bars, IEnumerable<JsonNode> instead, int limit) => !bars.Any(IsSeen) ? null : new JsonObject
    {
        ["type"] = "Chart.HorizontalBar",
        ["spacing"] = "small",
        ["displayMode"] = "AbsoluteNoAxis",
        ["data"] = new JsonArray([.. bars.Select(bar => new JsonObject { ["x"] = Label(bar.Label, limit), ["y"] = IsSeen(bar) ? bar.Value : 0 })]),
        ["fallback"] = new JsonObject { ["type"] = "Container", ["spacing"] = "small", ["items"] = new JsonArray([.. instead]) },
    };

    // Infinity and the like are no JSON.
    private static bool IsSeen(Bar bar) => double.IsFinite(bar.Value) && bar.Value > 0;

    private static string Label(Line label, int limit) =>
        string.Concat(label.Spans.Select(span => TextElements.Literal(span, limit))).Trim() is { Length: > 0 } text ? text : "–";
}
