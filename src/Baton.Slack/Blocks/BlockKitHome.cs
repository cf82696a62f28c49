using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>The Home tab (https://docs.slack.dev/reference/views/home-tab-views): the person's own part, then their open handoffs, each with its buttons.</summary>
public static class BlockKitHome
{
    private const int OneCard = 2500;

    /// <summary>The view to publish. Handoffs that do not fit in 100 blocks are counted with the rest, and the last line says where to find them.</summary>
    public static JsonObject Render(HomeView home)
    {
        var texts = Texts.Of<BlockTexts>(home.Header.Locale);
        var parts = new List<List<JsonObject>> { Part(home.Header, texts, headers: true) };
        parts.AddRange(home.Handoffs.Select(card => Part(card, texts, headers: false)));
        var shown = Fitting(parts);
        while (true)
        {
            var view = View(parts.Take(shown), home.More + parts.Count - shown, texts);
            if (shown == 1 || view.ToJsonString().Length <= BlockLimits.ViewJson) return view;
            shown--;
        }
    }

    /// <summary>How many parts fit, with a line between each two and one for what does not.</summary>
    private static int Fitting(List<List<JsonObject>> parts)
    {
        var used = 2;
        return Math.Max(1, parts.TakeWhile(part => (used += part.Count + 1) <= BlockLimits.ViewBlocks).Count());
    }

    private static List<JsonObject> Part(Card card, Texts texts, bool headers)
    {
        var buttons = ActionBlocks.Of(card, Texts.Of<BlockTexts>(card.Locale), amongOthers: !headers).Take(2);
        var sections = new SectionBlocks(new Room(OneCard), texts, tables: false, headers).Of(card.Sections, BlockLimits.ViewBlocks / 4);
        return [.. headers ? sections : Joined(sections), .. buttons];
    }

    /// <summary>One block instead of several for lines of rich text that follow each other: less space between them, and twice as many handoffs on the page.</summary>
    private static List<JsonObject> Joined(List<JsonObject> blocks)
    {
        var joined = new List<JsonObject>();
        foreach (var block in blocks)
        {
            if (joined.LastOrDefault() is { } last && Lines(last) is { } above && Lines(block) is { } below)
            {
                above.Add(new JsonObject { ["type"] = "text", ["text"] = "\n" });
                foreach (var run in below.ToList())
                {
                    below.Remove(run);
                    above.Add(run);
                }
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private static JsonArray? Lines(JsonObject block) =>
        block["type"]!.GetValue<string>() == "rich_text" && block["elements"]!.AsArray() is [JsonObject section] && section["type"]!.GetValue<string>() == "rich_text_section"
            ? section["elements"]!.AsArray()
            : null;

    private static JsonObject View(IEnumerable<List<JsonObject>> parts, int more, Texts texts)
    {
        var blocks = new List<JsonObject>();
        foreach (var (part, i) in parts.Select((part, i) => (part, i)))
        {
            if (i > 0) blocks.Add(BlockElements.Divider());
            blocks.AddRange(part.Select(block => (JsonObject)block.DeepClone()));
        }

        if (more > 0) blocks.Add(BlockElements.Context(InertText.Mrkdwn(texts.Format("MoreHandoffs", more))));
        return new JsonObject { ["type"] = "home", ["blocks"] = BlockKitRenderer.Identified(blocks, "h.") };
    }
}
