using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>
/// Finds what Slack would refuse in blocks and views, and is stricter where Slack is silent: a field or a type that it does not know is a fault, because
/// nothing that Baton sends should depend on being overlooked. Limits: https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views.
/// </summary>
public static class BlockKitLint
{
    private const int MessageBlocks = 50;
    private const int ViewBlocks = 100;
    private const int ViewJson = 250_000;

    /// <summary>Characters of all texts of a message's blocks; Slack was seen to refuse 11,341 (https://github.com/slackapi/bolt-js/issues/2867).</summary>
    private const int MessageText = 11_000;

    /// <summary>What is wrong with the <c>blocks</c> of a message, each fault with its JSON path; empty when nothing is.</summary>
    public static IReadOnlyList<string> Message(JsonNode? blocks)
    {
        var faults = new List<string>();
        if (blocks is not JsonArray array)
        {
            faults.Add("blocks: not an array");
            return faults;
        }

        var all = new JsonObject { ["blocks"] = array.DeepClone() };
        var root = new LintedObject(all, "", faults);
        new BlockRules(faults, BlockSurface.Message).Check(root.Objects("blocks", 0, MessageBlocks));
        if (LintedObject.TextLength(all) is > MessageText and var length) faults.Add($"blocks: {length} characters of text, msg_blocks_too_long");
        return faults;
    }

    /// <summary>What is wrong with a <c>view</c>; empty when nothing is.</summary>
    public static IReadOnlyList<string> View(JsonNode? view)
    {
        var faults = new List<string>();
        if (view is not JsonObject json)
        {
            faults.Add("view: not an object");
            return faults;
        }

        var root = new LintedObject(json, "view", faults);
        var type = root.OneOf("type", "modal", "home");
        root.Text("private_metadata", 0, 3000, required: false);
        root.Text("callback_id", 1, 255, required: false);
        root.Text("external_id", 1, 255, required: false);
        var blocks = new BlockRules(faults, type == "home" ? BlockSurface.Home : BlockSurface.Modal);
        blocks.Check(root.Objects("blocks", 0, ViewBlocks));
        if (type == "modal") Modal(root, blocks.HasInput);
        root.End();
        if (json.ToJsonString().Length > ViewJson) faults.Add("view: view_too_large");
        return faults;
    }

    private static void Modal(LintedObject root, bool hasInput)
    {
        TextRules.Plain(root, "title", 24);
        TextRules.Plain(root, "close", 24, required: false);
        TextRules.Plain(root, "submit", 24, required: hasInput);
        root.Flag("clear_on_close");
        root.Flag("notify_on_close");
    }
}
