using System.Security.Cryptography;

namespace Baton.Tables.Backup;

/// <summary>
/// The form of a backup file: eight bytes that name it, then blocks. A block is its kind (1 byte), the length of its content and of what is stored
/// of it (4 bytes each, little-endian), the content compressed with Brotli, and a digest: SHA-256 over the digest before it and all of the block.
/// So a block that is changed, missing, doubled or moved does not fit, and the last digest stands for the whole file.
/// </summary>
internal static class BackupFormat
{
    /// <summary>Of this form; a file of a later one is refused.</summary>
    public const int Version = 1;

    /// <summary>Content from which a block is closed where a partition ends, in bytes: there an interrupted backup can go on.</summary>
    public const int BlockBytes = 1024 * 1024;

    /// <summary>Content from which it is closed wherever it is.</summary>
    public const int LargestBlockBytes = 4 * BlockBytes;

    /// <summary>More cannot be in one block: the largest and one more row.</summary>
    public const int MaxBlockBytes = LargestBlockBytes + (2 * TableRules.MaxEntityBytes) + (8 * TableRules.MaxKeyLength);

    /// <summary>Kind and the two lengths.</summary>
    public const int HeadBytes = 1 + 4 + 4;

    /// <summary>Of a SHA-256.</summary>
    public const int DigestBytes = SHA256.HashSizeInBytes;

    /// <summary>See <see cref="BackupRun.Unfinished"/>.</summary>
    public const string Unfinished = ".part";

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "BATONBK1"u8;
}
