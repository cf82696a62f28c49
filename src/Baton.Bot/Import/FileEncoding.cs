using System.Buffers;
using System.Text;

namespace Baton.Bot.Import;

/// <summary>
/// Finds a file's encoding by decoding all of it strictly, before any row is taken: a byte order mark is believed, NUL bytes mean UTF-16,
/// else it is UTF-8 when it is valid as such, else CP932 (what Excel writes in Japan).
/// </summary>
/// <param name="Encoding">The encoding; it throws for bytes that are none of its characters.</param>
/// <param name="Preamble">How many bytes its byte order mark takes.</param>
internal sealed record FileEncoding(Encoding Encoding, int Preamble)
{
    private const int ChunkSize = 64 * 1024;
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly UnicodeEncoding Utf16 = new(false, false, true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false, true);
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Finds the encoding, or the offset of the byte that fits none.</summary>
    internal static async Task<(FileEncoding? Found, long BadByte)> DetectAsync(Stream file, ReadOnlyMemory<byte> start, CancellationToken cancel)
    {
        var furthest = -1L;
        foreach (var candidate in Candidates(start.Span))
        {
            file.Position = candidate.Preamble;
            var bad = await candidate.FirstBadByteAsync(file, cancel);
            if (bad is null)
            {
                return (candidate, -1);
            }

            furthest = Math.Max(furthest, bad.Value);
        }

        return (null, furthest);
    }

    private static FileEncoding[] Candidates(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => [new(Utf8, 3)],
        [0xFF, 0xFE, ..] => [new(Utf16, 2)],
        [0xFE, 0xFF, ..] => [new(Utf16BigEndian, 2)],
        _ => LooksLikeUtf16(start) is { } utf16 ? [new(utf16, 0)] : [new(Utf8, 0), new(Cp932, 0)],
    };

    // Delimiters, line ends and Latin letters have a NUL byte in UTF-16; no other encoding of text has any. Which half of the pairs
    // holds most of them tells the byte order.
    private static UnicodeEncoding? LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < start.Length; at++)
        {
            _ = start[at] != 0 ? 0 : at % 2 == 0 ? even++ : odd++;
        }

        return (even + odd) * 50 < start.Length || even == odd ? null : odd > even ? Utf16 : Utf16BigEndian;
    }

    private async Task<long?> FirstBadByteAsync(Stream file, CancellationToken cancel)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(ChunkSize);
        var chars = ArrayPool<char>.Shared.Rent(ChunkSize + 2);
        var decoder = Encoding.GetDecoder();
        var read = file.Position;
        try
        {
            while (true)
            {
                var count = await file.ReadAsync(bytes.AsMemory(0, ChunkSize), cancel);
                if (BadIn(decoder, bytes.AsSpan(0, count), chars) is { } at)
                {
                    return read + at;
                }

                if (count == 0)
                {
                    return null;
                }

                read += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private int? BadIn(Decoder decoder, ReadOnlySpan<byte> bytes, char[] chars)
    {
        try
        {
            var decoded = decoder.GetChars(bytes, chars, flush: bytes.IsEmpty);
            return Encoding == Cp932 && Undefined(chars.AsSpan(0, decoded)) is >= 0 and var at ? Encoding.GetByteCount(chars.AsSpan(0, at)) : null;
        }
        catch (DecoderFallbackException bad)
        {
            // A character cut off by the end of the file is told by its last byte, one that began in the chunk before by the first of this one.
            return bytes.IsEmpty ? -1 : Math.Max(bad.Index, 0);
        }
    }

    // .NET decodes the single bytes that CP932 leaves undefined (80, A0, FD to FF) to these instead of refusing them.
    private static int Undefined(ReadOnlySpan<char> text) => text.IndexOfAny('\u0080', '\u00A0', '\uF8F1') is >= 0 and var at ? at : text.IndexOfAnyInRange('\uF8F0', '\uF8F3');
}
