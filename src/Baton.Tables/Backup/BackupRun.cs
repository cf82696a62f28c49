using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Baton.Tables.Backup;

/// <summary>
/// Copies a store into one file, while it is used. Every handoff is of one moment, as are the rows of a page; two handoffs, or a handoff and what follows
/// from it, may be of different ones. Nothing else of what is copied changes a handoff, so a restore can bring all else up to the handoffs.
/// </summary>
/// <remarks>
/// The file is written under another name beside its own, read back from the disk and compared with what was read from the store, and only then renamed.
/// Interrupted, it goes on when it is asked for again soon (<see cref="GoesOnFor"/>). It holds one block and one handoff in memory.
/// </remarks>
/// <param name="engine">The store.</param>
/// <param name="scan">The same store.</param>
/// <param name="plan">What is taken.</param>
/// <param name="time">The clock.</param>
public sealed class BackupRun(ITableEngine engine, ITableScan scan, BackupPlan plan, TimeProvider time)
{
    /// <summary>What the name of an unfinished backup ends with: it loses that when everything in it was read back.</summary>
    public const string Unfinished = BackupFormat.Unfinished;

    /// <summary>
    /// How long after it was begun an interrupted backup goes on. Later it begins anew: what it holds is not read again, so it would lack what changed since.
    /// </summary>
    public static readonly TimeSpan GoesOnFor = TimeSpan.FromHours(6);

    /// <summary>Whether a backup to this file was interrupted, and goes on when it is asked for now: not one that somebody else is writing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<bool> GoesOnAsync(string path, CancellationToken ct)
    {
        try
        {
            return File.Exists(path + Unfinished) && await UnfinishedBackup.HeaderAsync(path + Unfinished, ct) is { } found && NewHeader().GoesOnFrom(found);
        }
        catch (Exception other) when (other is BackupFileException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Looks at what another backup left, which this one had no use for, and deletes it when nobody ever will.</summary>
    /// <param name="unfinished">The unfinished file.</param>
    /// <param name="ct">Ends it.</param>
    public Task<LeftOver> ClearAwayAsync(string unfinished, CancellationToken ct) => UnfinishedBackup.ClearAwayAsync(unfinished, NewHeader(), ct);

    /// <summary>Writes the backup. <see cref="BackupFileException"/> when it may not be written there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may take the place of one that is there, finished or not.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="ct">Interrupts it: it goes on with the next call.</param>
    public async Task<BackupReport> RunAsync(string path, bool overwrite, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        if (File.Exists(path) && !overwrite)
            throw new BackupFileException($"'{path}' is there already. Choose another name, or say --force to replace it.");
        var unfinished = path + BackupFormat.Unfinished;
        await WriteAsync(unfinished, overwrite, progress, ct);
        var written = await BackupFile.OpenAsync(unfinished, null, progress, ct);
        File.Move(unfinished, path, overwrite);
        return written.Report;
    }

    private async Task WriteAsync(string path, bool discard, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        await using var backup = await UnfinishedBackup.OpenAsync(path, NewHeader(), discard, ct);
        if (!backup.IsEnded)
        {
            var done = backup.Last is { } last ? plan.Tables.TakeWhile(t => t != last.Table).Count() : 0;
            for (var i = done; i < plan.Tables.Count; i++)
                await CopyAsync(backup, plan.Tables[i], i, progress, ct);
            var end = new BackupEnd(time.GetUtcNow(), backup.Tally.Tables);
            await backup.Blocks.WriteAsync(BlockKind.End, JsonSerializer.SerializeToUtf8Bytes(end, BackupJson.Default.BackupEnd), ct);
        }

        backup.Sync();
    }

    private async Task CopyAsync(UnfinishedBackup backup, string table, int index, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        using var block = new RowBlock(table);
        var from = backup.Last is { } last && last.Table == table ? last.Position : null;
        await foreach (var rows in PartsAsync(table, from, ct))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                block.Add(rows[i]);
                backup.Tally.Add(table, rows[i].PartitionKey, rows[i].Row.RowKey, rows[i].Row.Values);
                var ends = i == rows.Count - 1;
                if (ends ? block.IsFull : block.IsOverfull)
                {
                    await backup.Blocks.WriteAsync(ends ? BlockKind.Rows : BlockKind.RowsGoOn, block.Take(), ct);
                    progress?.Report(new KeepingProgress($"Copying {table}", backup.Tally.Rows, (double)index / plan.Tables.Count));
                }
            }
        }

        if (!block.IsEmpty)
            await backup.Blocks.WriteAsync(BlockKind.Rows, block.Take(), ct);
        progress?.Report(new KeepingProgress($"Copying {table}", backup.Tally.Rows, (double)(index + 1) / plan.Tables.Count));
    }

    // What belongs together. A partition that is in the file already is not taken up again, though it may have grown since.
    private IAsyncEnumerable<IReadOnlyList<ScannedRow>> PartsAsync(string table, RowPosition? after, CancellationToken ct) => plan.Whole.Contains(table)
        ? new WholePartitions(engine, scan, table).ReadAsync(after, ct).Where(rows => rows[0].PartitionKey != after?.PartitionKey)
        : scan.ScanAllAsync(table, after, ct).Select(IReadOnlyList<ScannedRow> (row) => [row]);

    private BackupHeader NewHeader() => new(
        BackupFormat.Version,
        Guid.NewGuid().ToString("n"),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan.Store))),
        time.GetUtcNow(),
        plan.Tables);
}
