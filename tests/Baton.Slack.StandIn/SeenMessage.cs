using System.Text.Json;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.StandIn;

/// <summary>A message as it stands now.</summary>
/// <param name="Channel">Where it is.</param>
/// <param name="Ts">Its id in the channel.</param>
/// <param name="Author">The user id of who wrote it.</param>
/// <param name="Text">Its text, which with blocks is only what notifications and screen readers say.</param>
public sealed record SeenMessage(string Channel, string Ts, string Author, string Text)
{
    /// <summary>The parent of the thread that it is in.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The blocks with the ids that Slack gave; null without blocks.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>The metadata; null without.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Whether the app wrote it.</summary>
    public bool ByApp { get; init; }

    /// <summary>The one user who sees it; null: all who are in the channel.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Whether a reply is shown in the channel too.</summary>
    public bool Broadcast { get; init; }

    /// <summary>How often it was changed.</summary>
    public int Edits { get; init; }

    /// <summary>Everything in it that can be pressed or chosen, from top to bottom.</summary>
    public IReadOnlyList<SeenElement> Elements => Blocks is { } blocks ? BlockElements.Of(blocks) : [];

    /// <summary>All words that a reader sees, line by line: those of the blocks, or the text where there are none.</summary>
    public string Words => Blocks is { } blocks ? BlockWords.Of(blocks) : Text;
}
