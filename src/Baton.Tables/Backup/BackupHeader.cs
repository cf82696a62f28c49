namespace Baton.Tables.Backup;

/// <summary>How a backup begins. It holds no personal data.</summary>
/// <param name="Form">See <see cref="BackupFormat.Version"/>.</param>
/// <param name="Id">Its own, by chance: two backups of one store are two.</param>
/// <param name="Store">A digest of the store's name: an interrupted backup goes on only from the same store.</param>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="Tables">The tables, in the order in which they are read.</param>
internal sealed record BackupHeader(int Form, string Id, string Store, DateTimeOffset BegunAt, IReadOnlyList<string> Tables)
{
    /// <summary>Whether another is of the same store, form and tables.</summary>
    /// <param name="other">The other.</param>
    public bool IsLike(BackupHeader other) => other.Store == Store && other.Form == Form && other.Tables.SequenceEqual(Tables);

    /// <summary>Whether what now begins goes on with what was begun then: it is like it and not too long ago, see <see cref="BackupRun.GoesOnFor"/>.</summary>
    /// <param name="then">How the interrupted one begins.</param>
    public bool GoesOnFrom(BackupHeader then) => IsLike(then) && (BegunAt - then.BegunAt).Duration() < BackupRun.GoesOnFor;
}
