namespace Baton.Tables.Backup;

/// <summary>
/// The mark of a restore in the store itself: table <c>restores</c>, one row, from before the first row is written until all is settled. While it is
/// there nothing may serve from the store.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class RestoreMark(ITableEngine engine)
{
    private const string Table = BatonTables.Restores;
    private const string Key = "restore";

    /// <summary>What it says; null when no restore is unfinished.</summary>
    /// <param name="ct">Ends the wait.</param>
    public async Task<RestoreProgress?> ReadAsync(CancellationToken ct) => await engine.GetAsync(Table, Key, Key, ct) is { } row
        ? new RestoreProgress(row.Values.GetString("digest"), Enum.Parse<RestorePhase>(row.Values.GetString("phase")), row.Values.GetInt32("block"))
        : null;

    /// <summary>Refuses a store that is half restored, as <see cref="TableUnavailableException"/>.</summary>
    /// <param name="ct">Ends the wait.</param>
    public async Task RefuseUnfinishedAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not null)
            throw new TableUnavailableException(TableUnavailable.Corrupt, "A restore into this store was not finished.", "Run it again: it goes on where it stopped.");
    }

    internal Task WriteAsync(RestoreProgress now, CancellationToken ct) => engine.CommitAsync(
        Table, Key, [new TableAction.Upsert(Key, new(3) { { "digest", now.Digest }, { "phase", now.Phase.ToString() }, { "block", now.Block } })], ct);

    internal Task RemoveAsync(CancellationToken ct) => engine.TryCommitAsync(Table, Key, [new TableAction.Remove(Key)], ct);
}
