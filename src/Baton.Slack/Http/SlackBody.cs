using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.Http;

/// <summary>A request's body in a borrowed buffer, with room for the signature's prefix before it. To be given back by disposing.</summary>
internal readonly struct SlackBody : IDisposable
{
    /// <summary>
    /// The longest body that is taken, in bytes. A modal of at most 250 KB (https://docs.slack.dev/reference/methods/views.open) comes back
    /// form-encoded, where a byte may take three.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    private const int FirstGuess = 16 * 1024;

    private readonly byte[]? buffer;
    private readonly int length;

    private SlackBody(byte[]? buffer, int length) => (this.buffer, this.length) = (buffer, length);

    /// <summary>Whether there was more than is taken; then nothing of it is here.</summary>
    public bool IsTooLarge => buffer is null;

    /// <summary>The room, then the body.</summary>
    public Span<byte> RoomAndBytes => buffer.AsSpan(0, SlackSignature.Room + length);

    /// <summary>The body.</summary>
    public Memory<byte> Bytes => buffer.AsMemory(SlackSignature.Room, length);

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="BadHttpRequestException">It broke off.</exception>
    public static async ValueTask<SlackBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
        {
            return default;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(SlackSignature.Room + (int)(request.ContentLength ?? FirstGuess) + 1);
        var end = SlackSignature.Room;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(end), request.HttpContext.RequestAborted) is > 0 and var read)
            {
                end += read;
                if (end > MaxBytes + SlackSignature.Room)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    return default;
                }

                buffer = end == buffer.Length ? Grown(buffer) : buffer;
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }

        return new SlackBody(buffer, end - SlackSignature.Room);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] small)
    {
        var large = ArrayPool<byte>.Shared.Rent(small.Length * 2);
        small.CopyTo(large, 0);
        ArrayPool<byte>.Shared.Return(small);
        return large;
    }
}
