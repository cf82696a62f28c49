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

    /// <summary>Opens or makes it, readable by its owner only.</summary>
    /// <param name="path">The unfinished file.</param>
    /// <param name="header">How a new one begins.</param>
    /// <param name="ct">Ends it.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "Goes into the answer, which its caller disposes.")]
    public static async Task<UnfinishedBackup> OpenAsync(string path, BackupHeader header, CancellationToken ct)
    {
        var file = Open(path);
        try
        {
            var backup = new UnfinishedBackup(file, header);
            await backup.GoOnAsync(path, ct);
            return backup;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
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

    private async Task GoOnAsync(string path, CancellationToken ct)
    {
        var blocks = file.Length > BackupFormat.Magic.Length ? await BlockReader.BeginAsync(file, ct) : null;
        if (blocks is null || await blocks.ReadAsync(ct) is not { } first)
        {
            await BeginAsync(ct);
            return;
        }

        var found = BackupFile.HeaderOf(first);
        if (found.Store != Header.Store || found.Form != Header.Form || !found.Tables.SequenceEqual(Header.Tables))
            throw new BackupFileException($"'{path}' is an interrupted backup of another store or by another release. Delete it, or choose another name.");
        Header = found;
        var (end, digest) = (first.End, blocks.Digest);
        await foreach (var (at, after) in KnownAsync(blocks, ct))
            (end, digest) = (at, after);
        file.SetLength(end);
        file.Position = end;
        Blocks = new BlockWriter(file, digest);
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
