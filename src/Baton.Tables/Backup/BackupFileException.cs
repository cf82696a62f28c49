namespace Baton.Tables.Backup;

/// <summary>A backup file cannot be used, or a store cannot be restored as asked. The message says why and what to do; it holds no row content.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class BackupFileException(string message, Exception? inner = null) : Exception(message, inner);
