using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Baton.Handoffs.Leads;
using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary>
/// The bytes of a JSON body, of bounded size, without a byte order mark. They lie in the connection's own buffers: nothing is copied.
/// To be released when they were read.
/// </summary>
internal sealed class JsonBody
{
    private readonly PipeReader reader;

    private JsonBody(PipeReader reader, ReadOnlySequence<byte> bytes, Problem? problem)
    {
        this.reader = reader;
        Bytes = bytes;
        Problem = problem;
    }

    /// <summary>The bytes; none when there is a problem.</summary>
    internal ReadOnlySequence<byte> Bytes { get; }

    /// <summary>Why there is no body; null when there is.</summary>
    internal Problem? Problem { get; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most that is taken.</param>
    /// <param name="cancellation">Ends the wait; a body that trickles is ended by the server's own limit.</param>
    internal static async ValueTask<JsonBody> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        var reader = request.BodyReader;
        if (!IsJson(request.ContentType))
        {
            return new(reader, default, BodyProblems.WrongType("application/json in UTF-8"));
        }

        if (request.ContentLength > maxBytes)
        {
            return new(reader, default, TooLarge(maxBytes));
        }

        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return new(reader, default, TooLarge(maxBytes));
            }

            if (read.IsCompleted)
            {
                return new(reader, WithoutMark(read.Buffer), null);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Gives the bytes back.</summary>
    internal void Release()
    {
        if (Problem is null)
        {
            reader.AdvanceTo(Bytes.End);
        }
    }

    /// <summary>Reads the bytes as a document.</summary>
    /// <returns>The document, or null and what is wrong.</returns>
    internal (JsonDocument? Document, string? Wrong) Parse(JsonDocumentOptions options)
    {
        try
        {
            return (JsonDocument.Parse(Bytes, options), null);
        }
        catch (JsonException wrong)
        {
            return (null, Explain(wrong));
        }
        catch (InvalidOperationException)
        {
            // Looking for names that come twice reads them, and a name can hold half a surrogate pair.
            return (null, $"The name of a field is not {LeadRules.ValidText}.");
        }
    }

    /// <summary>Where and why it is not JSON, without repeating what was sent.</summary>
    internal static string Explain(JsonException wrong) => $"It breaks off on line {wrong.LineNumber + 1} at byte {wrong.BytePositionInLine + 1}. It must be one JSON value in UTF-8, at most {ApiJson.MaxDepth} levels deep.";

    private static Problem TooLarge(int maxBytes) => BodyProblems.TooLarge(maxBytes >= 1024 * 1024 ? $"{maxBytes / 1024 / 1024} MiB" : $"{maxBytes / 1024} KiB");

    private static bool IsJson(string? contentType)
    {
        if (string.Equals(contentType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> bytes)
    {
        Span<byte> start = stackalloc byte[3];
        if (bytes.Length < start.Length)
        {
            return bytes;
        }

        bytes.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual("\uFEFF"u8) ? bytes.Slice(start.Length) : bytes;
    }
}
