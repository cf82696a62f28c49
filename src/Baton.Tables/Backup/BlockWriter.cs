using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Baton.Tables.Backup;

/// <summary>Appends blocks to a backup file.</summary>
/// <param name="file">At the end of what is there.</param>
/// <param name="digest">The digest of what is there.</param>
internal sealed class BlockWriter(Stream file, byte[] digest)
{
    // Rows of JSON shrink to a fifth at this level; higher ones take many times as long for little more.
    private const int Quality = 4;
    private const int Window = 22;

    private byte[] digest = digest;

    /// <summary>The digest of everything up to here.</summary>
    public string Digest => Convert.ToHexStringLower(digest);

    /// <summary>Begins a file.</summary>
    public static async Task<BlockWriter> BeginAsync(Stream file, CancellationToken ct)
    {
        await file.WriteAsync(BackupFormat.Magic.ToArray(), ct);
        return new BlockWriter(file, SHA256.HashData(BackupFormat.Magic));
    }

    /// <summary>Appends a block, in one write.</summary>
    public async Task WriteAsync(BlockKind kind, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var block = new byte[BackupFormat.HeadBytes + BrotliEncoder.GetMaxCompressedLength(content.Length) + BackupFormat.DigestBytes];
        if (!BrotliEncoder.TryCompress(content.Span, block.AsSpan(BackupFormat.HeadBytes, block.Length - BackupFormat.HeadBytes - BackupFormat.DigestBytes), out var stored, Quality, Window))
            throw new InvalidOperationException("A block did not fit into the room that its compression asked for.");
        block[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(1), content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(5), stored);
        var length = BackupFormat.HeadBytes + stored;
        digest = BlockReader.DigestOf(digest, block.AsSpan(0, length));
        digest.CopyTo(block, length);
        await file.WriteAsync(block.AsMemory(0, length + BackupFormat.DigestBytes), ct);
    }
}
