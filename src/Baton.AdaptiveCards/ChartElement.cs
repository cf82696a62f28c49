using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// Bars as a chart of Teams' own (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards). A client that knows no charts shows what is
/// given as <c>fallback</c>, which every renderer of Adaptive Cards 1.2 and later does.
/// </summary>
internal static class ChartElement
{
    /// <summary>Whether there is anything that a bar could show.</summary>
    public static bool CanShow(IReadOnlyList<Bar> bars) => bars.Any(IsSeen);

    /// <summary>The chart.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="bars">The bars that are shown.</param>
    /// <param name="writeInstead">Writes the same as text.</param>
    /// <param name="limit">The most characters of a label.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Bar> bars, Action writeInstead, int limit)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Chart.HorizontalBar"u8);
        json.WriteString("spacing"u8, "small"u8);
        json.WriteString("displayMode"u8, "AbsoluteNoAxis"u8);
        json.WriteStartArray("data"u8);
        foreach (var bar in bars)
        {
            json.WriteStartObject();
            json.WriteString("x"u8, Label(bar.Label, limit));
            json.WriteNumber("y"u8, IsSeen(bar) ? bar.Value : 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("fallback"u8);
        json.WriteString("type"u8, "Container"u8);
        json.WriteString("spacing"u8, "small"u8);
        json.WriteStartArray("items"u8);
        writeInstead();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Infinity and the like are no JSON.
    private static bool IsSeen(Bar bar) => double.IsFinite(bar.Value) && bar.Value > 0;

    private static string Label(Line label, int limit) =>
        string.Concat(label.Spans.Select(span => TextElements.Literal(span, limit))).Trim() is { Length: > 0 } text ? text : "–";
}
