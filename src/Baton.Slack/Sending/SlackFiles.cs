using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Slack.Api;
using Baton.Wire;

namespace Baton.Slack.Sending;

/// <summary>
/// Puts a file into a conversation, in the three steps that Slack wants: an address for it, its bytes there, and where to show it
/// (https://docs.slack.dev/messaging/working-with-files#upload). The last one works once, so that a file cannot be there twice.
/// </summary>
public sealed class SlackFiles(SlackClient client, SlackTransport transport, SlackOptions options)
{
    private const string Binary = "application/octet-stream";

    /// <summary>Puts it there.</summary>
    /// <param name="name">The file's name, which is also its title.</param>
    /// <param name="bytes">What is in it; at least one byte.</param>
    /// <param name="channel">The conversation.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    public async Task<SlackAnswer> ShareAsync(string name, ReadOnlyMemory<byte> bytes, string channel, CancellationToken cancellation)
    {
        var place = new JsonObject { ["filename"] = name, ["length"] = bytes.Length.ToString(CultureInfo.InvariantCulture) };
        if (await client.CallAsync(SlackMethod.FilesGetUploadUrl, place, cancellation) is var given && given is not SlackAnswer.Ok)
        {
            return given;
        }

        var body = ((SlackAnswer.Ok)given).Body;
        if (!Uri.TryCreate(body.Text("upload_url"), UriKind.Absolute, out var address) || !ResponseUrls.IsSlacks(address, new Uri(options.ApiUrl)) || body.Text("file_id") is not { Length: > 0 } id)
        {
            return new SlackAnswer.Refused(SlackError.GiveUp, "foreign_url", "The address to send the file to is not Slack's; nothing was sent to it.");
        }

        if (await UploadAsync(address, bytes, cancellation) is { } failed)
        {
            return failed;
        }

        var share = new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = name }), ["channel_id"] = channel };
        return await client.CallAsync(SlackMethod.FilesCompleteUpload, share, cancellation);
    }

    // The address is a secret of its own and wants no token.
    private async Task<SlackAnswer?> UploadAsync(Uri address, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var content = new WatchedContent(bytes, Binary);
        return await transport.SendAsync(address, null, content, cancellation) switch
        {
            Exchange.Answered { Reply.Status: 200 } => null,
            Exchange.Answered it => new SlackAnswer.NotSent($"Slack took the file with status {it.Reply.Status}."),
            Exchange.Unsent it => new SlackAnswer.NotSent(it.Why),
            Exchange.Lost it => new SlackAnswer.NotSent(it.Why),
            _ => throw new InvalidOperationException("An exchange is one of the three above."),
        };
    }
}
