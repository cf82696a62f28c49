using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Slack.Api;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Sending;

/// <summary>
/// Finds messages of Baton's by the name that they carry as metadata (https://docs.slack.dev/messaging/message-metadata). It looks through the newest
/// messages only, as far back as an unrecorded send can lie; beyond that a second message is possible.
/// </summary>
public sealed partial class SentMessages(SlackClient client, TimeProvider time, ILogger<SentMessages> logger)
{
    /// <summary>How far back it looks: longer than the outbox goes on trying, with a weekend in between.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(4);

    /// <summary>How many pages it looks through.</summary>
    public const int MaxPages = 5;

    /// <summary>How many messages a page has.</summary>
    public const int PageSize = 200;

    private const string EventType = "baton_send";

    /// <summary>What a message carries.</summary>
    internal static JsonObject MetadataOf(string effectId) =>
        new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["id"] = effectId } };

    /// <summary>The message of that name; null when there is none, or when Baton may not look, which is logged.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say now.</exception>
    public async Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation)
    {
        var (method, arguments) = Question(place, threadId);
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await client.AskAsync(method, arguments, refused => IsBarred(refused, place), time, cancellation);
            if (answer is not { Body: var body })
            {
                return null;
            }

            if (body.Items("messages").FirstOrDefault(message => IsIt(message, effectId)).Text("ts") is { } ts)
            {
                return new MessageRef(place, ts);
            }

            if (!body.TryGet("response_metadata", out var metadata) || metadata.Text("next_cursor") is not { Length: > 0 } cursor)
            {
                return null;
            }

            arguments["cursor"] = cursor;
        }

        Log.NotFarEnough(logger, place.Id, MaxPages * PageSize);
        return null;
    }

    private (SlackMethod Method, JsonObject Arguments) Question(Place place, string? threadId)
    {
        var oldest = (time.GetUtcNow() - LookBack).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var arguments = new JsonObject { ["channel"] = place.Id, ["oldest"] = oldest + ".000000", ["limit"] = PageSize, ["include_all_metadata"] = true };
        if (threadId is null)
        {
            return (SlackMethod.ConversationsHistory, arguments);
        }

        arguments["ts"] = threadId;
        return (SlackMethod.ConversationsReplies, arguments);
    }

    // Where nothing can be read nothing is found: the post that follows then says what is wrong.
    private bool IsBarred(SlackAnswer.Refused refused, Place place)
    {
        if (refused.Error is SlackError.Retry or SlackError.FixCredential)
        {
            return false;
        }

        Log.MayNotLook(logger, place.Id, refused.Code, refused.Detail);
        return true;
    }

    private static bool IsIt(JsonElement message, string effectId) =>
        message.TryGet("metadata", out var metadata)
        && metadata.Text("event_type") == EventType
        && metadata.TryGet("event_payload", out var payload)
        && payload.Text("id") == effectId;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Baton cannot look whether a message arrived in {Channel}, so that it may come twice. Slack says {Code}: {Detail}")]
        public static partial void MayNotLook(ILogger logger, string channel, string code, string detail);

        [LoggerMessage(2, LogLevel.Warning, "The newest {Count} messages of {Channel} do not tell whether an earlier one arrived; it may come twice.")]
        public static partial void NotFarEnough(ILogger logger, string channel, int count);
    }
}
