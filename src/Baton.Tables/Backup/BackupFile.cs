using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Baton.Tables.Backup;

/// <summary>A finished backup, found whole.</summary>
internal sealed class BackupFile
{
    private const int ReadBuffer = 1 << 20;

    private BackupFile(string path, BackupHeader header, BackupEnd end, string digest, long length) =>
        (Path, Header, End, Digest, Length) = (path, header, end, digest, length);

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>How it begins.</summary>
    public BackupHeader Header { get; }

    /// <summary>How it ends.</summary>
    public BackupEnd End { get; }

    /// <summary>The digest of all of it.</summary>
    public string Digest { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>What is told of it.</summary>
    public BackupReport Report => new(
        Header.BegunAt, End.FinishedAt, End.Tables.Values.Sum(t => t.Rows), End.Tables.GetValueOrDefault(BatonTables.Handoffs, TableTally.None).Rows, Length, Digest);

    /// <summary>
    /// Reads all of a file and opens it only if it is whole: each block fits to those before it, the end is there, and the rows are those that were
    /// counted while they were read from the store. <see cref="BackupFileException"/> otherwise.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="each">Is shown every row, to count it in its own way.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<BackupFile> OpenAsync(string path, Action<string, ScannedRow>? each, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        await using var file = OpenRead(path);
        var blocks = await BlockReader.BeginAsync(file, ct);
        var header = HeaderOf(await blocks.ReadAsync(ct));
        var tally = new RowTally();
        while (await blocks.ReadAsync(ct) is { } block)
        {
            if (block.Kind == BlockKind.End)
                return await EndAsync(path, file, header, EndOf(block), blocks, tally, ct);
            var (table, rows) = RowBlock.Read(block.Content);
            foreach (var row in rows)
            {
                tally.Add(table, row.PartitionKey, row.Row.RowKey, row.Row.Values);
                each?.Invoke(table, row);
            }

            progress?.Report(new KeepingProgress("Reading the file", tally.Rows, (double)file.Position / file.Length));
        }

        throw new BackupFileException($"'{path}' is damaged or not finished: what comes after {file.Position} of {file.Length} bytes cannot be trusted. Take another backup.");
    }

    /// <summary>The blocks of rows from one on, each with its number from 0, its table, and how much of the file is read with it.</summary>
    public async IAsyncEnumerable<(int Number, string Table, List<ScannedRow> Rows, double Part)> RowsAsync(int from, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = OpenRead(Path);
        var blocks = await BlockReader.BeginAsync(file, ct);
        _ = await blocks.ReadAsync(ct);
        for (var number = 0; await blocks.ReadAsync(ct) is { Kind: not BlockKind.End } block; number++)
        {
            if (number < from)
                continue;
            var (table, rows) = RowBlock.Read(block.Content);
            yield return (number, table, rows, (double)block.End / Length);
        }
    }

    /// <summary>The header in a file's first block; <see cref="BackupFileException"/> when it is none of this form.</summary>
    public static BackupHeader HeaderOf(Block? block)
    {
        var header = block is { Kind: BlockKind.Header } ? JsonSerializer.Deserialize(block.Content, BackupJson.Default.BackupHeader) : null;
        return header switch
        {
            null => throw new BackupFileException("The file is no backup of Baton, or its beginning is damaged."),
            { Form: > BackupFormat.Version } => throw new BackupFileException($"The backup has form {header.Form}; this program knows forms up to {BackupFormat.Version}. Use the program that wrote it, or a later one."),
            _ => header,
        };
    }

    private static BackupEnd EndOf(Block block) => JsonSerializer.Deserialize(block.Content, BackupJson.Default.BackupEnd)!;

    private static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, ReadBuffer, FileOptions.SequentialScan | FileOptions.Asynchronous);

    private static async Task<BackupFile> EndAsync(
        string path, FileStream file, BackupHeader header, BackupEnd end, BlockReader blocks, RowTally tally, CancellationToken ct)
    {
        if (file.Position != file.Length || await file.ReadAsync(new byte[1], ct) > 0)
            throw new BackupFileException($"'{path}' goes on after its end. Take another backup.");
        var wrong = header.Tables.Where(t => end.Tables.GetValueOrDefault(t, TableTally.None) != tally.Tables.GetValueOrDefault(t, TableTally.None)).ToList();
        return wrong.Count == 0
            ? new BackupFile(path, header, end, Convert.ToHexStringLower(blocks.Digest), file.Length)
            : throw new BackupFileException($"'{path}' does not hold the rows that were read from the store (tables {string.Join(", ", wrong)}). Take another backup.");
    }
}
