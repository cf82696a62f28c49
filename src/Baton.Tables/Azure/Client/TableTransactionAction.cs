using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>One action of a transaction.</summary>
/// <param name="actionType">What it does.</param>
/// <param name="entity">With what; for a delete its keys only.</param>
/// <param name="etag">The version it holds for; <see cref="ETag.All"/> for any. Needed by updates and deletes.</param>
public sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    /// <summary>What it does.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>With what.</summary>
    public TableEntity Entity { get; } = entity;

    /// <summary>The version it holds for.</summary>
    public ETag ETag { get; } = etag;
}
