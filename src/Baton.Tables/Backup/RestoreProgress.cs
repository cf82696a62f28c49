namespace Baton.Tables.Backup;

/// <summary>A restore that is not finished.</summary>
/// <param name="Digest">The digest of the file.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Block">The first block of rows that may be missing.</param>
public sealed record RestoreProgress(string Digest, RestorePhase Phase, int Block);
