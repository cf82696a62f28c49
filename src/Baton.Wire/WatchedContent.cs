using System.Net;
using System.Net.Http.Headers;

namespace Baton.Wire;

/// <summary>A body that knows whether it was begun to be written: until then, nothing of a request has left.</summary>
public sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> bytes;

    /// <summary>A body of those bytes.</summary>
    /// <param name="bytes">They; not changed from here on.</param>
    /// <param name="contentType">Their media type, with parameters.</param>
    public WatchedContent(ReadOnlyMemory<byte> bytes, string contentType)
    {
        this.bytes = bytes;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    /// <summary>Whether it was begun.</summary>
    public bool IsBegun { get; private set; }

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsBegun = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
