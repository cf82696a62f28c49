using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>Refuses blocks and views as Slack does: with <c>invalid_blocks</c> or <c>invalid_arguments</c> and what is wrong in <c>response_metadata.messages</c>.</summary>
internal static class BlockCheck
{
    private const int LargestView = 250_000;

    /// <summary>Checks the blocks of a message.</summary>
    public static void Message(JsonArray? blocks)
    {
        if (blocks is { Count: > 0 })
        {
            Require(BlockKitLint.Message(blocks), "invalid_blocks");
        }
    }

    /// <summary>Checks a view, which must be of a type.</summary>
    public static void View(JsonObject view, string type)
    {
        if (view["type"]?.ToString() != type)
        {
            throw new RefusalException("invalid_arguments", $"[ERROR] unexpected type of view [json-pointer:/view/type], expected {type}");
        }

        if (view.ToJsonString().Length > LargestView)
        {
            throw new RefusalException("view_too_large");
        }

        Require(BlockKitLint.View(view), "invalid_arguments");
    }

    private static void Require(IReadOnlyList<string> faults, string code)
    {
        if (faults.Count > 0)
        {
            throw new RefusalException(code, [.. faults.Select(f => $"[ERROR] {f}")]);
        }
    }
}
