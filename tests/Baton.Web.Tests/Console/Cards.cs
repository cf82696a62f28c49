using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Web.Console;

namespace Baton.Web.Tests.Console;

/// <summary>Cards for tests, and the smallest renderer that shows which card it was given.</summary>
public static class Cards
{
    public static readonly HandoffId Handoff = HandoffId.For("test", "1");

    public static ConsoleCards Codec { get; } = new(Render, data => data.Where(p => p.Value is JsonValue).ToDictionary(p => p.Key, p => p.Value!.ToString()));

    public static Card OfHandoff(string summary, int version = 1) =>
        new() { Kind = CardKind.Handoff, Locale = "en", Summary = summary, Sections = [], Handoff = Handoff, Version = version };

    public static Card Report(string summary) => new() { Kind = CardKind.Report, Locale = "en", Summary = summary, Sections = [] };

    private static JsonObject Render(Card card) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["fallbackText"] = string.Concat(card.Summary.Spans.OfType<Span.Plain>().Select(s => s.Text)),
    };
}
