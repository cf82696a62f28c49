using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Baton.Tables.Backup;

/// <summary>Reads the blocks of a backup file, each checked against all that came before it.</summary>
internal sealed class BlockReader
{
    private readonly Stream file;
    private byte[] digest = SHA256.HashData(BackupFormat.Magic);

    private BlockReader(Stream file) => this.file = file;

    /// <summary>The digest of everything read so far.</summary>
    public byte[] Digest => digest;

    /// <summary>Begins to read; <see cref="BackupFileException"/> when it is no backup.</summary>
    public static async Task<BlockReader> BeginAsync(Stream file, CancellationToken ct)
    {
        var magic = new byte[BackupFormat.Magic.Length];
        if (await file.ReadAtLeastAsync(magic, magic.Length, false, ct) < magic.Length || !BackupFormat.Magic.SequenceEqual(magic))
            throw new BackupFileException("The file is no backup of Baton, or one of a form that this program does not know.");
        return new BlockReader(file);
    }

    /// <summary>The next block; null where no whole and right block follows, be it the end of the file or damage.</summary>
    public async Task<Block?> ReadAsync(CancellationToken ct)
    {
        var head = new byte[BackupFormat.HeadBytes];
        if (await file.ReadAtLeastAsync(head, head.Length, false, ct) < head.Length)
            return null;
        var (length, stored) = (BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1)), BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(5)));
        if (length is < 0 or > BackupFormat.MaxBlockBytes || stored < 0 || stored > BrotliEncoder.GetMaxCompressedLength(length))
            return null;
        var block = new byte[head.Length + stored + BackupFormat.DigestBytes];
        head.CopyTo(block, 0);
        var rest = block.AsMemory(head.Length);
        if (await file.ReadAtLeastAsync(rest, rest.Length, false, ct) < rest.Length)
            return null;
        var next = DigestOf(digest, block.AsSpan(0, head.Length + stored));
        var content = new byte[length];
        if (!next.AsSpan().SequenceEqual(block.AsSpan(head.Length + stored))
            || !BrotliDecoder.TryDecompress(block.AsSpan(head.Length, stored), content, out var written) || written != length)
            return null;
        digest = next;
        return new Block((BlockKind)head[0], content, file.Position);
    }

    /// <summary>The digest of a block after that of all before it.</summary>
    public static byte[] DigestOf(ReadOnlySpan<byte> before, ReadOnlySpan<byte> block)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(block);
        return hash.GetHashAndReset();
    }
}
