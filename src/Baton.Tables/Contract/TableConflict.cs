namespace Baton.Tables;

/// <summary>Why an action of a batch could not be applied.</summary>
public enum TableConflict
{
    /// <summary>The row to insert is there already (Azure: 409).</summary>
    AlreadyExists,

    /// <summary>The row has another version than the one that was read (Azure: 412).</summary>
    Changed,

    /// <summary>The row to replace or delete is not there (Azure: 404).</summary>
    Missing,
}
