using System.Net.Http.Headers;
using Baton.Wire;

namespace Baton.Teams.Files;

/// <summary>
/// Puts a file where somebody wanted it, in one piece (https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession#upload-bytes-to-the-upload-session). The address
/// itself is the permission: Baton's token is not sent, and redirects are not followed.
/// </summary>
internal sealed class FileUploads(WireTransport transport, ServiceUrls services)
{
    /// <summary>The name of its clients.</summary>
    public const string Client = "TeamsFiles";

    /// <summary>How long an upload may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes that are taken in one piece.</summary>
    public const int MostBytes = 60 * 1024 * 1024;

    /// <summary>Puts it there.</summary>
    /// <returns>Why it is not there, in English for an operator; null when it is.</returns>
    public async Task<string?> PutAsync(UploadPlace place, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(place.UploadUrl, UriKind.Absolute, out var address) || !services.TakesFiles(address))
        {
            return "its address is none of OneDrive's";
        }

        if (content.Length is 0 or > MostBytes)
        {
            return $"it has {content.Length} bytes, of which at most {MostBytes} are taken";
        }

        using var body = new WatchedContent(content, "application/octet-stream");
        body.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        return await transport.SendAsync(HttpMethod.Put, address, null, body, cancellation) switch
        {
            Exchange.Answered { Reply.Status: 200 or 201 } => null,
            Exchange.Answered it => $"OneDrive answered {it.Reply.Status}",
            Exchange.Unsent it => it.Why,
            Exchange.Lost it => it.Why,
            _ => throw new InvalidOperationException("An exchange is one of the three above."),
        };
    }
}
