namespace Baton.Tables.Backup;

/// <summary>How a backup begins. It holds no personal data.</summary>
/// <param name="Form">See <see cref="BackupFormat.Version"/>.</param>
/// <param name="Id">Its own, by chance: two backups of one store are two.</param>
/// <param name="Store">A digest of the store's name: an interrupted backup goes on only from the same store.</param>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="Tables">The tables, in the order in which they are read.</param>
internal sealed record BackupHeader(int Form, string Id, string Store, DateTimeOffset BegunAt, IReadOnlyList<string> Tables);
