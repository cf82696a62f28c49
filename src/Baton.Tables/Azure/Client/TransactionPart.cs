using System.Globalization;
using System.Text;
using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>What a transaction's answer says of one action; when one action failed it is the only part, and nothing was applied.</summary>
/// <param name="Status">As an HTTP status.</param>
/// <param name="ETag">The entity's new version; default for a deleted one.</param>
/// <param name="ErrorCode">The part's own header for it, where it has one.</param>
/// <param name="Body">What the part holds.</param>
internal sealed record TransactionPart(int Status, ETag ETag, string? ErrorCode, string Body)
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>
    /// The parts in order. Whatever stands between them is passed over: the emulator repeats a boundary where Azure does not.
    /// </summary>
    /// <param name="answer">The multipart body of an answer of 202.</param>
    public static List<TransactionPart> ReadAll(BinaryData answer)
    {
        List<TransactionPart> parts = [];
        using var lines = new StringReader(Encoding.UTF8.GetString(answer));
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal) && line.Length >= StatusLine.Length + 3
                && int.TryParse(line.AsSpan(StatusLine.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                parts.Add(Read(status, lines));
            }
        }

        return parts;
    }

    private static TransactionPart Read(int status, StringReader lines)
    {
        var (etag, code) = (default(ETag), default(string));
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            if (Value(header, "ETag:") is { } version)
                etag = new ETag(version);
            else if (Value(header, TableFailure.CodeHeader + ":") is { } error)
                code = error;
        }

        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
            body.Append(line).Append('\n');
        return new TransactionPart(status, etag, code, body.ToString());
    }

    private static string? Value(string header, string name) =>
        header.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? header[name.Length..].Trim() : null;
}
