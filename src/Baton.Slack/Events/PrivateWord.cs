using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Api;
using Baton.Slack.Blocks;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// Tells one person something where the person is, for nobody else to see: over the response URL of what was pressed; else in the channel; else as a direct message.
/// A message that only one sees is shown to somebody who is there and is gone after a reload (https://docs.slack.dev/reference/methods/chat.postEphemeral).
/// </summary>
internal sealed partial class PrivateWord(SlackClient slack, ILogger<PrivateWord> logger)
{
    /// <summary>Says it. A failure is logged: what it was about is stored or refused already.</summary>
    public async Task SayAsync(Surface where, string userId, Card card, CancellationToken cancellation)
    {
        var message = BlockKitRenderer.Render(card);
        if (Uri.TryCreate(where.ResponseUrl, UriKind.Absolute, out var url)
            && await slack.RespondAsync(url, Ephemeral(message, where.ThreadTs), cancellation) is SlackAnswer.Ok)
        {
            return;
        }

        var (method, arguments) = where.Channel is { } channel
            ? (SlackMethod.ChatPostEphemeral, Body(message, ("channel", channel), ("user", userId), ("thread_ts", where.ThreadTs)))
            : (SlackMethod.ChatPostMessage, Body(message, ("channel", userId)));
        if (await slack.CallAsync(method, arguments, cancellation) is not SlackAnswer.Ok)
        {
            Log.Unsaid(logger, method.Name);
        }
    }

    /// <summary>A message's properties, with further ones; null ones are left out.</summary>
    public static JsonObject Body(SlackMessage message, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var body = new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.Parent is null ? message.Blocks : message.Blocks.DeepClone() };
        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body;
    }

    // Without replace_original: false, the message that was pressed would be overwritten in a thread (https://docs.slack.dev/interactivity/handling-user-interaction).
    private static JsonObject Ephemeral(SlackMessage message, string? thread)
    {
        var body = Body(message, ("response_type", "ephemeral"), ("thread_ts", thread));
        body["replace_original"] = false;
        return body;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A private word could not be said: {Method} failed. What it was about is stored all the same.")]
        public static partial void Unsaid(ILogger logger, string method);
    }
}
