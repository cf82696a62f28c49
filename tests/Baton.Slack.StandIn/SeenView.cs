using System.Text.Json;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.StandIn;

/// <summary>A modal that is open, or somebody's Home tab.</summary>
/// <param name="Id">The view's id, <c>V…</c>.</param>
/// <param name="User">Who sees it.</param>
/// <param name="Hash">Which edition of it this is.</param>
/// <param name="Body">What the app sent, with the ids that Slack gave.</param>
public sealed record SeenView(string Id, string User, string Hash, JsonElement Body)
{
    /// <summary>What stands beside inputs, by block id: what the app refused of the last submission.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string Type => Body.GetProperty("type").GetString()!;

    /// <summary>The title of a modal.</summary>
    public string Title => Body.TryGetProperty("title", out var title) ? title.GetProperty("text").GetString()! : "";

    /// <summary>What the app remembers in it.</summary>
    public string PrivateMetadata => Text("private_metadata");

    /// <summary>What the app calls it.</summary>
    public string CallbackId => Text("callback_id");

    /// <summary>Everything that can be pressed, chosen or filled in, from top to bottom.</summary>
    public IReadOnlyList<SeenElement> Elements => BlockElements.Of(Body.GetProperty("blocks"));

    /// <summary>All words that a reader sees, line by line.</summary>
    public string Words => BlockWords.Of(Body.GetProperty("blocks"));

    private string Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
