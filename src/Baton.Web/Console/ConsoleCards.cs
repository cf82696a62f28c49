using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Web.Console;

/// <summary>How cards are written for the browser and how their forms are read back.</summary>
/// <param name="Render">A card as Adaptive Card JSON, version 1.5. Buttons of a handoff carry its id in their data as <see cref="HandoffKey"/>.</param>
/// <param name="ReadInputs">A button's data with the form's answers, by the form's own input ids.</param>
public sealed record ConsoleCards(Func<Card, JsonObject> Render, Func<JsonObject, IReadOnlyDictionary<string, string>> ReadInputs)
{
    /// <summary>The name under which a button's data says which handoff it belongs to.</summary>
    public const string HandoffKey = "handoff";

    /// <summary>The name under which a button's data says which view of the handoff it belongs to.</summary>
    public const string TopicKey = "topic";
}
