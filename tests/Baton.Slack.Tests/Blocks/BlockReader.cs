using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.Slack.Blocks;

namespace Baton.Slack.Tests.Blocks;

/// <summary>Reads blocks as a client shows them.</summary>
internal static partial class BlockReader
{
    /// <summary>Every object of the tree, the outermost first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(field => Objects(field.Value)).Prepend(found),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    public static string? Type(JsonObject node) => node["type"] is JsonValue type ? type.GetValue<string>() : null;

    /// <summary>The text of a block: each run and link of rich text, each text object; mrkdwn with its escapes undone.</summary>
    public static string Shown(JsonNode block) => string.Concat(Objects(block).Select(o => (Type(o), o["text"]) switch
    {
        ("mrkdwn", JsonValue text) => Unescaped(text.GetValue<string>()),
        ("text" or "plain_text" or "raw_text" or "link", JsonValue text) => text.GetValue<string>(),
        ("rich_text" or "raw_text", _) => "\n",
        _ => "",
    }));

    public static string Unescaped(string mrkdwn) => DateToken().Replace(mrkdwn, "")
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>The name under which the answer to that question arrives.</summary>
    public static string QuestionOf(JsonObject block)
    {
        var element = block["element"]!.AsObject();
        var answer = Type(element) switch
        {
            "static_select" => new JsonObject { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = "answer" } },
            "datepicker" => new JsonObject { ["type"] = "datepicker", ["selected_date"] = "2026-11-20" },
            _ => new JsonObject { ["type"] = "plain_text_input", ["value"] = "answer" },
        };
        var state = new JsonObject { ["values"] = new JsonObject { [block["block_id"]!.GetValue<string>()] = new JsonObject { [element["action_id"]!.GetValue<string>()] = answer } } };
        return BlockKitModal.Inputs(JsonSerializer.SerializeToElement(state)).Single().Key;
    }

    [GeneratedRegex(@"<!date\^[^>]+>")]
    private static partial Regex DateToken();
}
