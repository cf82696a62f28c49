using System.Text.Json;

namespace Baton.Teams.StandIn;

/// <summary>What the bot answered to an activity.</summary>
/// <param name="Status">The HTTP status; 0 when none came.</param>
/// <param name="Body">The body.</param>
/// <param name="Took">How long it took.</param>
/// <param name="InTime">Whether it came within the time that Teams waits.</param>
public sealed record BotAnswer(int Status, string Body, TimeSpan Took, bool InTime)
{
    /// <summary>Whether Teams is content; otherwise the person sees that something went wrong.</summary>
    public bool Ok => InTime && Status is >= 200 and < 300;

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json
    {
        get
        {
            try
            {
                return Body.Length == 0 ? null : JsonElement.Parse(Body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The card of an answer to an action; null when the answer is something else.</summary>
    public JsonElement? Card => Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("type", out var type) && type.GetString() == "application/vnd.microsoft.card.adaptive" ? json.GetProperty("value") : null;
}
