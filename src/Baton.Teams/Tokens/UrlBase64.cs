using System.Buffers;
using System.Buffers.Text;

namespace Baton.Teams.Tokens;

/// <summary>Bytes as tokens and keys write them (RFC 4648, section 5, without padding).</summary>
internal static class UrlBase64
{
    // The decoder passes over blanks and takes padding, which RFC 7515 forbids.
    private static readonly SearchValues<char> Passed = SearchValues.Create(" \t\r\n=%");

    /// <summary>The bytes; null when it is anything else, or nothing at all.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.ContainsAny(Passed))
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
            ? written == bytes.Length ? bytes : bytes[..written]
            : null;
    }
}
