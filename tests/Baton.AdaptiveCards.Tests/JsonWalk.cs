using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards.Tests;

internal static class JsonWalk
{
    /// <summary>Every object of the tree, the outermost first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(field => Objects(field.Value)).Prepend(found),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    public static string? Text(this JsonNode? node, string key) => (node as JsonObject)?[key]?.GetValue<string>();

    public static IEnumerable<JsonObject> OfType(this IEnumerable<JsonObject> objects, string type) => objects.Where(o => o.Text("type") == type);

    /// <summary>The buttons that send, each with the fallback left out.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonObject card) => Objects(card["body"]).OfType("Action.Execute");
}
