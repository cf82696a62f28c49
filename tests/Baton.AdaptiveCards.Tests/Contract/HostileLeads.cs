using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>Texts that real attackers and real accidents put into lead forms.</summary>
public static class HostileLeads
{
    /// <summary>Every text in <c>samples/hostile-leads.json</c>, and some that a form cannot hold.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Strings(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hostile-leads.json")))),
        "![pixel](http://evil.example/p.png)", "[a]: http://evil.example", "http://evil.example www.evil.example a@evil.example",
        "- item", "1. item", "# heading", "> quote", "---", "    code", "| a | b |", "&lt;b&gt; &#60;b&#62; &amp;",
        "**a** __b__ ~~c~~ `d`", "<img src=x onerror=alert(1)>", "<b>bold</b>", "first\r\nsecond\u2028third\tfourth",
        "{{TIME(2026-01-01T00:00:00Z)}}", "${expression}", "*a _b `c ~d", "\\*a\\*", "===marked===", "<mark>a</mark>",
        "a\u2066b\u2069c\u202Ed", "z\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "👩‍👩‍👧‍👦 家族", "\uD800 half",
    ];

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Strings(field.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
