using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>Finds what can be pressed, chosen or filled in, and gives the ids that the app left out, as Slack does.</summary>
internal static class BlockElements
{
    public static IReadOnlyList<SeenElement> Of(JsonElement blocks) =>
        [.. blocks.EnumerateArray().SelectMany(b => In(b).Where(e => e.TryGetProperty("action_id", out _)).Select(e => Seen(b, e)))];

    /// <summary>Gives ids where none are, in place.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="next">Makes an id that no other has.</param>
    public static void GiveIds(JsonArray blocks, Func<string> next)
    {
        foreach (var block in blocks.OfType<JsonObject>())
        {
            block["block_id"] ??= next();
            foreach (var element in In(block).Where(IsInteractive))
            {
                element["action_id"] ??= next();
            }
        }
    }

    private static IEnumerable<JsonElement> In(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "actions" or "context_actions" => block.GetProperty("elements").EnumerateArray(),
        "section" when block.TryGetProperty("accessory", out var accessory) => [accessory],
        "input" => [block.GetProperty("element")],
        _ => [],
    };

    private static IEnumerable<JsonObject> In(JsonObject block) => block["type"]!.GetValue<string>() switch
    {
        "actions" or "context_actions" => block["elements"]!.AsArray().OfType<JsonObject>(),
        "section" when block["accessory"] is JsonObject accessory => [accessory],
        "input" => [block["element"]!.AsObject()],
        _ => [],
    };

    private static bool IsInteractive(JsonObject element) => element["type"]!.GetValue<string>() != "image";

    private static SeenElement Seen(JsonElement block, JsonElement element)
    {
        var labelled = block.GetProperty("type").GetString() == "input" ? block.GetProperty("label") : element;
        return new(block.GetProperty("block_id").GetString()!, element.GetProperty("action_id").GetString()!, element.GetProperty("type").GetString()!, Label(labelled), element);
    }

    private static string Label(JsonElement element) => element switch
    {
        _ when !element.TryGetProperty("text", out var text) => element.TryGetProperty("placeholder", out var hint) ? Label(hint) : "",
        _ when element.GetProperty("text") is { ValueKind: JsonValueKind.String } plain => plain.GetString()!,
        _ => Label(element.GetProperty("text")),
    };
}
