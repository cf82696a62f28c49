namespace Baton.Tables.Backup;

/// <summary>How a backup ends.</summary>
/// <param name="FinishedAt">When the last row was read.</param>
/// <param name="Tables">What was read from each table, by its name.</param>
internal sealed record BackupEnd(DateTimeOffset FinishedAt, IReadOnlyDictionary<string, TableTally> Tables);
