namespace Baton.Tables.Backup;

/// <summary>What a finished backup holds.</summary>
/// <param name="BegunAt">When it was begun: nothing in it is older.</param>
/// <param name="FinishedAt">When its last row was read: nothing in it is newer.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Handoffs">How many rows of handoffs, their timelines included.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="Digest">The file's digest, which stands for all that is in it.</param>
public sealed record BackupReport(DateTimeOffset BegunAt, DateTimeOffset FinishedAt, long Rows, long Handoffs, long Bytes, string Digest);
