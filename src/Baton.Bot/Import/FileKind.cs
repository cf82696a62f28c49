namespace Baton.Bot.Import;

/// <summary>Tells files that are no CSV by their first bytes.</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Is)[] Others =
    [
        ("PK"u8.ToArray(), "an Excel workbook or another ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("{"u8.ToArray(), "JSON, which POST /api/leads takes"),
        ("["u8.ToArray(), "JSON, which POST /api/leads takes"),
        ("<"u8.ToArray(), "HTML or XML"),
    ];

    /// <summary>What the file is instead of CSV; null when it may be CSV.</summary>
    internal static string? NotCsv(ReadOnlySpan<byte> start)
    {
        foreach (var (other, name) in Others)
        {
            if (start.StartsWith(other))
            {
                return name;
            }
        }

        return null;
    }
}
