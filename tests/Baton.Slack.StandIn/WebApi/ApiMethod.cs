using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>A method of the Web API.</summary>
/// <param name="Name">Its name, as <c>chat.postMessage</c>.</param>
/// <param name="PerMinute">How often a minute it may be called: 1, 20, 50 or 100 by Slack's tiers.</param>
/// <param name="Required">The arguments without which it refuses.</param>
/// <param name="Optional">The arguments that it knows besides.</param>
/// <param name="Answer">What it does, under the workspace's gate.</param>
internal sealed record ApiMethod(string Name, int PerMinute, string[] Required, string[] Optional, Func<ApiCall, JsonObject> Answer)
{
    /// <summary>Whether it reads a JSON body; all read forms.</summary>
    public bool TakesJson { get; init; }

    /// <summary>The scope that it needs always.</summary>
    public string? Scope { get; init; }

    /// <summary>Whose token it takes.</summary>
    public TokenKind Token { get; init; }
}
