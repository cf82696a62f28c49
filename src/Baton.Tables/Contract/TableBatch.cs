namespace Baton.Tables;

/// <summary>What one commit does.</summary>
/// <param name="Table">A created table.</param>
/// <param name="PartitionKey">The partition of all the rows.</param>
/// <param name="Actions">1 to <see cref="TableRules.MaxBatchActions"/> actions, each on another row.</param>
public sealed record TableBatch(string Table, string PartitionKey, IReadOnlyList<TableAction> Actions);
