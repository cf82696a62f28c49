using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// Cards as messages in Block Kit. Built as nodes and never as text, so nothing in a lead can become a property; what Slack would refuse is cut or
/// counted, never sent.
/// </summary>
public static class BlockKitRenderer
{
    /// <summary>The card as a message.</summary>
    public static SlackMessage Render(Card card)
    {
        var texts = Texts.Of<BlockTexts>(card.Locale);
        var buttons = ActionBlocks.Of(card, texts).Take(BlockLimits.MessageBlocks / 2).ToList();
        var sections = new SectionBlocks(new Room(BlockLimits.MessageText), texts, tables: true, headers: true).Of(card.Sections, BlockLimits.MessageBlocks - buttons.Count);
        return new SlackMessage(FallbackText.Of(card, texts), Identified([.. sections, .. buttons], $"{card.Version}."));
    }

    /// <summary>
    /// Gives each block its <c>block_id</c>: "unique for each message and each iteration of a message"
    /// (https://docs.slack.dev/reference/block-kit/blocks), hence the version in it.
    /// </summary>
    internal static JsonArray Identified(IEnumerable<JsonObject> blocks, string prefix)
    {
        var array = new JsonArray();
        foreach (var block in blocks)
        {
            if (!block.ContainsKey("block_id")) block["block_id"] = $"{prefix}{array.Count}";
            array.Add(block);
        }

        return array;
    }
}
