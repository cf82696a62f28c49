using System.Text.Json.Nodes;
using Baton.Slack.Api;

namespace Baton.Slack.Events;

/// <summary>Opens modals, and changes those that are open.</summary>
internal sealed class Modals(SlackClient slack)
{
    /// <summary>Opens one for somebody who pressed something at most three seconds ago; false when Slack would not.</summary>
    public async Task<bool> OpenAsync(string triggerId, JsonObject view, CancellationToken cancellation) =>
        await slack.CallAsync(SlackMethod.ViewsOpen, new JsonObject { ["trigger_id"] = triggerId, ["view"] = view }, cancellation) is SlackAnswer.Ok;

    /// <summary>Replaces one that is open; false when it is closed by now.</summary>
    public async Task<bool> ReplaceAsync(string viewId, JsonObject view, CancellationToken cancellation) =>
        await slack.CallAsync(SlackMethod.ViewsUpdate, new JsonObject { ["view_id"] = viewId, ["view"] = view }, cancellation) is SlackAnswer.Ok;
}
