using System.Buffers;
using System.Text.Json;
using Baton.Teams.Tokens;
using Microsoft.AspNetCore.Http;

namespace Baton.Teams.Http;

/// <summary>Reads an activity's bytes within a limit, and of them at first only what its token is compared with.</summary>
internal static class ActivityBody
{
    /// <summary>The longest activity, in bytes: Teams' messages have at most about 100 KB of UTF-16 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages), and a form's answers come on top.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>The body; null when it is longer than is taken.</summary>
    /// <exception cref="BadHttpRequestException">It broke off.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        while (await request.Body.ReadAsync(body.GetMemory(1), request.HttpContext.RequestAborted) is > 0 and var read)
        {
            body.Advance(read);
            if (body.WrittenCount > MaxBytes)
            {
                return null;
            }
        }

        return body.WrittenMemory;
    }

    /// <summary>Where it says that it comes from; nothing deeper is looked at before its token is trusted.</summary>
    /// <exception cref="JsonException">It is no JSON object, or what it says there is no Unicode.</exception>
    public static ActivityOrigin Origin(ReadOnlySpan<byte> body)
    {
        try
        {
            return Read(body);
        }
        catch (InvalidOperationException unreadable)
        {
            // The reader finds texts that are no Unicode only where they are asked for.
            throw new JsonException("An activity is Unicode.", unreadable);
        }
    }

    private static ActivityOrigin Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        string? service = null, channel = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An activity is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isService, isChannel) = (reader.ValueTextEquals("serviceUrl"u8), reader.ValueTextEquals("channelId"u8));
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && (isService || isChannel))
            {
                (service, channel) = isService ? (reader.GetString(), channel) : (service, reader.GetString());
            }
            else
            {
                reader.Skip();
            }
        }

        return new ActivityOrigin(service, channel);
    }
}
