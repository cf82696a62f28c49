using System.Text.Json;

namespace Baton.Slack.StandIn;

/// <summary>Something in a message or view that can be pressed, chosen or filled in.</summary>
/// <param name="BlockId">The block that it is in.</param>
/// <param name="ActionId">What the app calls it.</param>
/// <param name="Type">Its type: <c>button</c>, <c>static_select</c> …</param>
/// <param name="Label">What a person reads on it.</param>
/// <param name="Element">All of it.</param>
public sealed record SeenElement(string BlockId, string ActionId, string Type, string Label, JsonElement Element)
{
    /// <summary>The value that a button carries.</summary>
    public string? Value => Element.TryGetProperty("value", out var value) ? value.GetString() : null;
}
