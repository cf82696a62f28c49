namespace Baton.Tables.Backup;

/// <summary>
/// Brings a backup into a store: reads all of the file first, marks the store, writes the rows, then scans the store and compares it with the file. What
/// follows from handoffs is settled by the caller; the mark stays until <see cref="FinishAsync"/>. Interrupted, it goes on where it stopped.
/// </summary>
/// <remarks>It holds one block in memory. Wake-ups are spread over the shards of this store, whatever the number of the other one was.</remarks>
/// <param name="engine">The store; its tables are there.</param>
/// <param name="scan">The same store.</param>
/// <param name="shards">Its number of shards.</param>
/// <param name="tables">Every table of the store.</param>
public sealed class RestoreRun(ITableEngine engine, ITableScan scan, int shards, IReadOnlyCollection<string> tables)
{
    // A mark costs a commit; so many blocks are written once more at worst.
    private const int BlocksPerMark = 16;

    private readonly RowHome home = new(shards);
    private readonly RowWriting rows = new(engine);
    private readonly RestoreMark mark = new(engine);

    /// <summary>
    /// Writes all rows and compares them. <see cref="BackupFileException"/> when the file is not whole, when the store has rows and may not be
    /// replaced, or when the store does not hold in the end what the file does.
    /// </summary>
    /// <param name="path">The backup.</param>
    /// <param name="replace">Whether what is in the store may be deleted first.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="ct">Interrupts it: it goes on with the next call for the same file.</param>
    public async Task<BackupReport> WriteAsync(string path, bool replace, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        var expected = new RowTally();
        var file = await BackupFile.OpenAsync(path, (table, row) => Count(expected, table, row), progress, ct);
        if (file.Header.Tables.Except(tables).ToList() is { Count: > 0 } unknown)
            throw new BackupFileException($"The backup has tables that this program does not know: {string.Join(", ", unknown)}. Use the program that wrote it, or a later one.");
        var at = await BeginAsync(file.Digest, replace, ct);
        if (at.Phase == RestorePhase.Clearing)
        {
            await ClearAsync(progress, ct);
            await mark.WriteAsync(at = at with { Phase = RestorePhase.Writing }, ct);
        }

        if (at.Phase == RestorePhase.Writing)
        {
            await WriteRowsAsync(file, at, progress, ct);
            await CompareAsync(expected, at, progress, ct);
            await mark.WriteAsync(at with { Phase = RestorePhase.Settling }, ct);
        }

        return file.Report;
    }

    /// <summary>Opens the store to those who serve.</summary>
    /// <param name="ct">Ends the wait.</param>
    public Task FinishAsync(CancellationToken ct) => mark.RemoveAsync(ct);

    private async Task<RestoreProgress> BeginAsync(string digest, bool replace, CancellationToken ct)
    {
        var before = await mark.ReadAsync(ct);
        if (before?.Digest == digest && before.Phase != RestorePhase.Differing)
            return before;
        if (!replace && (before is not null || await IsUsedAsync(ct)))
        {
            throw new BackupFileException(before is not null
                ? "A restore into this store was not finished: of another file, which can go on, or one that somebody else wrote into. Say --replace to begin anew with this file."
                : "The store is not empty. Restore into an empty one, or say --replace to delete what is in it.");
        }

        var begun = new RestoreProgress(digest, replace ? RestorePhase.Clearing : RestorePhase.Writing, 0);
        await mark.WriteAsync(begun, ct);
        return begun;
    }

    private async Task<bool> IsUsedAsync(CancellationToken ct)
    {
        foreach (var table in Kept())
        {
            if (table != BatonTables.Agenda ? await scan.HasRowsAsync(table, ct) : await scan.ScanAllAsync(table, null, ct).AnyAsync(IsNoSetting, ct))
                return true;
        }

        return false;
    }

    private async Task ClearAsync(IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        var gone = 0L;
        foreach (var table in Kept())
        {
            await foreach (var some in scan.ScanAllAsync(table, null, ct).Where(row => table != BatonTables.Agenda || IsNoSetting(row)).Chunk(TableRules.MaxPageRows).WithCancellation(ct))
            {
                await rows.RemoveAsync(table, some, ct);
                progress?.Report(new KeepingProgress("Deleting what is there", gone += some.Length, null));
            }
        }
    }

    private async Task WriteRowsAsync(BackupFile file, RestoreProgress at, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        var written = 0L;
        await foreach (var (number, table, some, part) in file.RowsAsync(at.Block, ct))
        {
            await rows.WriteAsync(table, some.Select(row => (Home: home.PartitionOf(table, row), row.Row)).Where(r => r.Home is not null).Select(r => (r.Home!, r.Row)), ct);
            progress?.Report(new KeepingProgress("Writing", written += some.Count, part));
            if (number % BlocksPerMark == BlocksPerMark - 1)
                await mark.WriteAsync(at with { Block = number + 1 }, ct);
        }
    }

    private async Task CompareAsync(RowTally expected, RestoreProgress at, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        var found = new RowTally();
        foreach (var table in Kept())
        {
            await foreach (var row in scan.ScanAllAsync(table, null, ct))
            {
                Count(found, table, row);
                if (found.Rows % TableRules.MaxPageRows == 0)
                    progress?.Report(new KeepingProgress("Comparing", found.Rows, (double)found.Rows / Math.Max(expected.Rows, found.Rows)));
            }
        }

        var (wanted, there) = (expected.Tables, found.Tables);
        var wrong = Kept().Where(t => wanted.GetValueOrDefault(t, TableTally.None) != there.GetValueOrDefault(t, TableTally.None)).ToList();
        if (wrong.Count == 0)
            return;
        await mark.WriteAsync(at with { Phase = RestorePhase.Differing }, ct);
        throw new BackupFileException($"The store does not hold what the file does (tables {string.Join(", ", wrong)}): somebody else writes to it. Stop every server and say --replace.");
    }

    private void Count(RowTally tally, string table, ScannedRow row)
    {
        if (home.PartitionOf(table, row) is { } partition)
            tally.Add(table, partition, row.Row.RowKey, row.Row.Values);
    }

    private IEnumerable<string> Kept() => tables.Where(t => !BatonTables.Passing.Contains(t));

    private static bool IsNoSetting(ScannedRow row) => row.PartitionKey != AgendaShards.Partition;
}
