using System.Text.Json.Nodes;

namespace Baton.Slack.Blocks;

/// <summary>The small objects that blocks are made of.</summary>
internal static class BlockElements
{
    /// <summary>
    /// A plain text object (https://docs.slack.dev/reference/block-kit/composition-objects/text-object), cut to so many characters. Slack refuses an
    /// empty one, so nothing becomes a dash.
    /// </summary>
    public static JsonObject Plain(string text, int most)
    {
        var shown = InertText.Cut(InertText.Literal(text, most), most);
        return new JsonObject { ["type"] = "plain_text", ["text"] = shown.Length == 0 ? "–" : shown, ["emoji"] = false };
    }

    /// <summary>A header block.</summary>
    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, BlockLimits.Header) };

    /// <summary>A line across.</summary>
    public static JsonObject Divider() => new() { ["type"] = "divider" };

    /// <summary>
    /// Small grey text. It is <c>verbatim</c>, so that Slack makes no links of addresses or names by itself
    /// (https://docs.slack.dev/reference/block-kit/composition-objects/text-object).
    /// </summary>
    public static JsonObject Context(string mrkdwn) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "mrkdwn", ["text"] = mrkdwn, ["verbatim"] = true }),
    };
}
