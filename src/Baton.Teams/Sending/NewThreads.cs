using System.Text.Json.Nodes;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;

namespace Baton.Teams.Sending;

/// <summary>Begins threads in channels.</summary>
internal static class NewThreads
{
    /// <summary>Posts a message that answers none.</summary>
    /// <returns>The id of the message; empty when Teams does not say.</returns>
    public static async Task<ConnectorReply<string>> BeginThreadAsync(
        this IConnector connector, Uri serviceUrl, string channel, string? tenant, JsonObject activity, TeamsOptions options, CancellationToken cancellation) =>
        (await connector.CreateConversationAsync(serviceUrl, Activities.NewThread(TeamsPlatform.BotId(options), channel, tenant ?? options.TenantId, activity), cancellation))
            .Map(made => made.ActivityId ?? ThreadIds.Split(made.Id).Thread ?? "");
}
