using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>
/// Tells one person something that nobody else is to see: where the person is, if Teams shows messages to one only there (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages);
/// else in the chat with the person alone.
/// </summary>
internal sealed partial class PrivateWord(IConnector connector, DirectPlaces direct, TeamsOptions options, ILogger<PrivateWord> logger)
{
    /// <summary>Says it.</summary>
    /// <returns>Where it was said; a failure is logged, for what it is about is stored or refused already.</returns>
    public async Task<SaidWhere> SayAsync(Surroundings at, Card card, CancellationToken cancellation)
    {
        var activity = Activities.Of(card, CardViews.Alone);
        if (at.IsDirect)
        {
            return await SentAsync(at.ServiceUrl, at.Conversation, activity, cancellation) ? SaidWhere.Here : SaidWhere.Nowhere;
        }

        if ((options.TargetedMessages || at.IsTargeted) && await TargetAsync(at, activity.DeepClone().AsObject(), cancellation))
        {
            return SaidWhere.Here;
        }

        try
        {
            return await direct.AloneAsync(at.ServiceUrl, at.From.Id, at.Tenant, cancellation) is { } alone && await SentAsync(at.ServiceUrl, alone, activity, cancellation) ? SaidWhere.Alone : SaidWhere.Nowhere;
        }
        catch (TeamsUnavailableException error)
        {
            Log.Unsaid(logger, error.Message);
            return SaidWhere.Nowhere;
        }
    }

    private async Task<bool> TargetAsync(Surroundings at, JsonObject activity, CancellationToken cancellation)
    {
        activity["recipient"] = new JsonObject { ["id"] = at.From.Id };
        return await connector.SendTargetedAsync(at.ServiceUrl, at.ThreadedConversation, activity.Answering(at), cancellation) is ConnectorReply<string>.Done;
    }

    private async Task<bool> SentAsync(Uri service, string conversation, JsonObject activity, CancellationToken cancellation)
    {
        var reply = await connector.SendAsync(service, conversation, activity, cancellation);
        if (reply is ConnectorReply<string>.Done)
        {
            return true;
        }

        Log.Unsaid(logger, reply.ToSendResult(new Handoffs.Routing.Place(TeamsPlatform.PlatformName, conversation)).GetType().Name);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A private word could not be said ({Why}). What it was about is stored all the same.")]
        public static partial void Unsaid(ILogger logger, string why);
    }
}
