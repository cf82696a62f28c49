namespace Baton.Tables.Backup;

/// <summary>A block as it was read, found to be whole.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Content">Its content.</param>
/// <param name="End">Where it ends in the file.</param>
internal sealed record Block(BlockKind Kind, byte[] Content, long End);
