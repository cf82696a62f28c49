using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Baton.Tables.Backup;

/// <summary>A backup that is being written: a new one, or one that was interrupted and goes on after the last block that is whole.</summary>
internal sealed class UnfinishedBackup : IAsyncDisposable
{
    private readonly FileStream file;

    private UnfinishedBackup(FileStream file, BackupHeader header) => (this.file, Header) = (file, header);

    /// <summary>How it begins.</summary>
    public BackupHeader Header { get; private set; }

    /// <summary>Appends to it.</summary>
    public BlockWriter Blocks { get; private set; } = null!;

    /// <summary>What is in it.</summary>
    public RowTally Tally { get; private set; } = new();

    /// <summary>The last row in it, with its table; null when there is none.</summary>
    public (string Table, RowPosition Position)? Last { get; private set; }

    /// <summary>Whether it has its end: it was interrupted between that and its name.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>
    /// Opens or makes it, readable by its owner only. One that was begun too long ago begins anew; one that is not like a new one is a
    /// <see cref="BackupFileException"/>.
    /// </summary>
    /// <param name="path">The unfinished file.</param>
    /// <param name="header">How a new one begins.</param>
    /// <param name="discard">Whether what is there and does not fit begins anew too.</param>
    /// <param name="ct">Ends it.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "Goes into the answer, which its caller disposes.")]
    public static async Task<UnfinishedBackup> OpenAsync(string path, BackupHeader header, bool discard, CancellationToken ct)
    {
        var file = Open(path);
        try
        {
            var backup = new UnfinishedBackup(file, header);
            await backup.GoOnAsync(path, discard, ct);
            return backup;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>How an unfinished file begins; null when it says nothing yet, <see cref="BackupFileException"/> when it is none of this form.</summary>
    /// <param name="path">The unfinished file.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<BackupHeader?> HeaderAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        return await (await BlockReader.BeginAsync(file, ct)).ReadAsync(ct) is { } first ? BackupFile.HeaderOf(first) : null;
    }

    /// <summary>Deletes an unfinished file of the same store that is too old to go on, or that says nothing yet. One that somebody writes just now is left.</summary>
    /// <param name="path">The unfinished file.</param>
    /// <param name="now">How a backup of the store begins now.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<LeftOver> ClearAwayAsync(string path, BackupHeader now, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous);
            var found = file.Length <= BackupFormat.Magic.Length ? null
                : await (await BlockReader.BeginAsync(file, ct)).ReadAsync(ct) is { } first ? BackupFile.HeaderOf(first)
                : null;
            if (found is not null && (!now.IsLike(found) || now.GoesOnFrom(found)))
                return now.IsLike(found) ? LeftOver.InUse : LeftOver.Foreign;

            // One that is about to be read back, or that lies where files cannot be locked, was written not long ago.
            if (now.BegunAt - File.GetLastWriteTimeUtc(path) < BackupRun.GoesOnFor)
                return LeftOver.InUse;
            File.Delete(path);
            return LeftOver.Deleted;
        }
        catch (BackupFileException)
        {
            return LeftOver.Foreign;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            return LeftOver.InUse;
        }
    }

    /// <summary>Sees to it that what was written is on the disk.</summary>
    public void Sync() => file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous, BufferSize = 1 << 16 };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private async Task GoOnAsync(string path, bool discard, CancellationToken ct)
    {
        if (await BegunAsync(path, discard, ct) is not { } begun)
        {
            await BeginAsync(ct);
            return;
        }

        (var blocks, var first, Header) = begun;
        var (end, digest) = (first.End, blocks.Digest);
        await foreach (var (at, after) in KnownAsync(blocks, ct))
            (end, digest) = (at, after);
        file.SetLength(end);
        file.Position = end;
        Blocks = new BlockWriter(file, digest);
    }

    // Null where it begins anew: nothing is in it, what is in it is too old, or it may be discarded.
    private async Task<(BlockReader Blocks, Block First, BackupHeader Header)?> BegunAsync(string path, bool discard, CancellationToken ct)
    {
        try
        {
            if (file.Length <= BackupFormat.Magic.Length)
                return null;
            var blocks = await BlockReader.BeginAsync(file, ct);
            if (await blocks.ReadAsync(ct) is not { } first)
                return null;
            var found = BackupFile.HeaderOf(first);
            if (!Header.IsLike(found))
                throw new BackupFileException($"'{path}' is an interrupted backup of another store or by another release. Delete it, choose another name, or say --force to discard it.");
            return Header.GoesOnFrom(found) ? (blocks, first, found) : null;
        }
        catch (BackupFileException) when (discard)
        {
            return null;
        }
    }

    // Where it may go on, as far as it is whole. Rows of a partition that goes on in a block that is not there are counted only with their end.
    private async IAsyncEnumerable<(long End, byte[] Digest)> KnownAsync(BlockReader blocks, [EnumeratorCancellation] CancellationToken ct)
    {
        List<(string Table, List<ScannedRow> Rows)> open = [];
        while (!IsEnded && await blocks.ReadAsync(ct) is { } block)
        {
            if (block.Kind == BlockKind.End)
            {
                IsEnded = true;
                yield return (block.End, blocks.Digest);
                continue;
            }

            open.Add(RowBlock.Read(block.Content));
            if (block.Kind == BlockKind.RowsGoOn)
                continue;
            foreach (var (table, rows) in open)
            {
                rows.ForEach(row => Tally.Add(table, row.PartitionKey, row.Row.RowKey, row.Row.Values));
                Last = (table, rows[^1].Position);
            }

            open.Clear();
            yield return (block.End, blocks.Digest);
        }
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        file.SetLength(0);
        Blocks = await BlockWriter.BeginAsync(file, ct);
        await Blocks.WriteAsync(BlockKind.Header, JsonSerializer.SerializeToUtf8Bytes(Header, BackupJson.Default.BackupHeader), ct);
    }
}
