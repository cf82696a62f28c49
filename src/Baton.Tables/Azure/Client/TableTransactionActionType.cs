namespace Baton.Tables.Azure.Client;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; 409 when the entity is there.</summary>
    Add,

    /// <summary>Replaces what has the ETag; 412 when it has another, 404 when it is not there.</summary>
    UpdateReplace,

    /// <summary>Writes whatever is there.</summary>
    UpsertReplace,

    /// <summary>Deletes what has the ETag; 412 or 404 as for an update.</summary>
    Delete,
}
