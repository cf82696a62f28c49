using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>All calls in the order in which they were answered.</summary>
internal sealed class ApiLog(TimeProvider time)
{
    // Guarded by itself: requests come at once.
    private readonly List<ApiLogEntry> entries = [];

    public IReadOnlyList<ApiLogEntry> Entries
    {
        get
        {
            lock (entries)
            {
                return [.. entries];
            }
        }
    }

    public void Add(string method, JsonObject arguments, string outcome)
    {
        var told = JsonElement.Parse(arguments.ToJsonString());
        lock (entries)
        {
            entries.Add(new(time.GetUtcNow(), method, told, outcome));
        }
    }
}
