namespace Baton.Tables.Backup;

/// <summary>How far a backup or a restore is.</summary>
/// <param name="Doing">What is being done, for a person: a few words.</param>
/// <param name="Rows">How many rows it has come past.</param>
/// <param name="Part">How much of it is done, 0 to 1; null when nobody can know.</param>
public sealed record KeepingProgress(string Doing, long Rows, double? Part);
