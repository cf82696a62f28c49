namespace Baton.Tables.Sqlite;

/// <summary>What has come of a request to copy the log into the database.</summary>
internal enum CheckpointEnd
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>So little is left that the writer can copy it and begin the log anew.</summary>
    NearlyCopied,

    /// <summary>Much is left: somebody reads an older state, copies himself or writes faster than can be copied, or the disk does not take it.</summary>
    Blocked,
}
