using System.Text.Json;

namespace Baton.Slack.StandIn;

/// <summary>What the app answered to a request of Slack's.</summary>
/// <param name="Status">The HTTP status; 200 for an acknowledgement over a socket, 0 when none came.</param>
/// <param name="Body">The body, or the acknowledgement's payload.</param>
/// <param name="Took">How long it took.</param>
/// <param name="InTime">Whether it came within the 3 seconds that Slack gives.</param>
public sealed record AppAnswer(int Status, string Body, TimeSpan Took, bool InTime)
{
    /// <summary>Whether Slack is content; otherwise the person sees an error sign.</summary>
    public bool Ok => InTime && Status is >= 200 and < 300;

    /// <summary>The headers that Slack reads, lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

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
}
