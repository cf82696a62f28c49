using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Slack.Api;
using Baton.Slack.Blocks;
using Baton.Slack.People;
using Baton.Slack.Sending;
using Baton.Wire;

namespace Baton.Slack;

/// <summary>
/// Slack as a chat platform. A place is a channel (<c>slack:C…</c>) or the conversation with one person (<c>slack:D…</c>); a message is its timestamp.
/// Every post carries the outbox's name of it as metadata, by which it is found when nobody knows whether it arrived.
/// </summary>
public sealed class SlackPlatform(SlackClient client, DirectPlaces direct, SentMessages sent, SlackOptions options) : IChatPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "slack";

    /// <inheritdoc />
    public string Name => PlatformName;

    /// <summary>One message a second and channel; what comes faster may be lost without a word (https://docs.slack.dev/apis/web-api/rate-limits).</summary>
    public TimeSpan Pace => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string LocaleOf(Place place) => options.ChannelLocales.TryGetValue(place.Id, out var locale) ? locale : options.Locale;

    /// <inheritdoc />
    public string Explain(string why, string locale) => WireWhy.Of(ToldWhy.Of(why, locale), locale);

    /// <inheritdoc />
    public async Task<SendResult> PostAsync(Post post, CancellationToken cancellation)
    {
        var message = BlockKitRenderer.Render(post.Card);
        var arguments = new JsonObject
        {
            ["channel"] = post.Place.Id,
            ["text"] = message.Text,
            ["blocks"] = message.Blocks,
            ["metadata"] = SentMessages.MetadataOf(post.EffectId),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
        if (post.ThreadId is { } thread)
        {
            arguments["thread_ts"] = thread;
        }

        return SendResults.Of(await client.CallAsync(SlackMethod.ChatPostMessage, arguments, cancellation), post.Place);
    }

    /// <inheritdoc />
    public async Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation)
    {
        var shown = BlockKitRenderer.Render(card);
        var arguments = new JsonObject
        {
            ["channel"] = message.Place.Id,
            ["ts"] = message.Id,
            ["text"] = shown.Text,
            ["blocks"] = shown.Blocks,

            // Unlike posting, updating links names and channels in the text unless told not to (https://docs.slack.dev/reference/methods/chat.update).
            ["parse"] = "none",
        };
        return SendResults.Of(await client.CallAsync(SlackMethod.ChatUpdate, arguments, cancellation), message.Place);
    }

    /// <inheritdoc />
    public Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation) => direct.OfAsync(person, cancellation);

    /// <inheritdoc />
    public Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation) =>
        sent.FindAsync(place, threadId, effectId, cancellation);
}
