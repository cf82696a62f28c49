namespace Baton.Tables.Backup;

/// <summary>What a block of a backup holds. The numbers are stored.</summary>
internal enum BlockKind : byte
{
    /// <summary>No block.</summary>
    None = 0,

    /// <summary>The first: <see cref="BackupHeader"/> as JSON.</summary>
    Header = 1,

    /// <summary>Rows of one table.</summary>
    Rows = 2,

    /// <summary>Rows of one table; the last one's partition goes on in the next block, so an interrupted backup does not go on from here.</summary>
    RowsGoOn = 4,

    /// <summary>The last: <see cref="BackupEnd"/> as JSON.</summary>
    End = 3,
}
