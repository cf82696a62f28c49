namespace Baton.Tables.Backup;

/// <summary>What became of a file that an interrupted backup left.</summary>
public enum LeftOver
{
    /// <summary>It was of this store and too old to go on, or empty: it is gone.</summary>
    Deleted,

    /// <summary>It is being written, may go on, or cannot be looked at: it is left.</summary>
    InUse,

    /// <summary>It is of another store or by another release, or no backup at all: it is left to whoever knows.</summary>
    Foreign,
}
