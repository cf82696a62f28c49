using System.Buffers.Text;
using System.Security.Cryptography;
using Azure;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>
/// A batch on its way to the service. Each row that it writes carries its mark, so that after a lost answer it knows its own rows from
/// those of somebody else.
/// </summary>
internal sealed class PendingBatch
{
    private const int MarkBytes = 12;

    // An ETag of the service's form that no row of Baton's time has: whoever uses it conflicts, and reads again.
    private const string Outdated = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    private readonly TableClient table;
    private readonly string partition;
    private readonly IReadOnlyList<TableAction> actions;
    private readonly TableTransactionAction[] requests;
    private readonly string mark = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MarkBytes));

    /// <summary>Takes a checked batch, and copies what the caller may change.</summary>
    /// <param name="table">Where.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="actions">The actions.</param>
    public PendingBatch(TableClient table, string partitionKey, IReadOnlyList<TableAction> actions)
    {
        (this.table, partition, this.actions) = (table, partitionKey, [.. actions]);
        requests = [.. actions.Select(Request)];
    }

    /// <summary>Sends it once and answers the new ETags. Fails as the client does.</summary>
    /// <param name="limit">Ends the wait; it may then have been done.</param>
    public async Task<IReadOnlyList<string>> SendAsync(CancellationToken limit)
    {
        if (requests is not [var only])
            return Texts(await table.SubmitTransactionAsync(requests, limit));
        switch (only.ActionType)
        {
            case TableTransactionActionType.Add:
                return Texts([await table.AddEntityAsync(only.Entity, limit)]);
            case TableTransactionActionType.UpdateReplace:
                return Texts([await table.UpdateEntityAsync(only.Entity, only.ETag, TableUpdateMode.Replace, limit)]);
            case TableTransactionActionType.UpsertReplace:
                return Texts([await table.UpsertEntityAsync(only.Entity, TableUpdateMode.Replace, limit)]);
            case TableTransactionActionType.Delete:
                await table.DeleteEntityAsync(partition, only.Entity.RowKey, only.ETag, limit);
                return [""];
            default:
                throw new InvalidOperationException($"{only.ActionType} is no action of ours.");
        }
    }

    /// <summary>Looks what became of it, by the rows that are there now.</summary>
    public async Task<CommitFate> LookAsync()
    {
        var found = await Task.WhenAll(actions.Select(action => table.GetEntityIfExistsAsync(partition, action.RowKey, CancellationToken.None)));
        if (found.Any(IsOurs))
            return new CommitFate.Landed([.. actions.Zip(found, (action, row) => action is not TableAction.IWrite ? "" : IsOurs(row) ? row!.ETag.ToString("H") : Outdated)]);
        return actions.Zip(found).Any(pair => pair.First is TableAction.IGuarded guarded && pair.Second?.ETag.ToString("H") == guarded.ETag)
            ? new CommitFate.NotLanded()
            : new CommitFate.Unknown();
    }

    /// <summary>The conflict that a refusal of the service tells of; null when it tells of none.</summary>
    /// <param name="refusal">What the service answered.</param>
    public TableConflictException? Conflict(RequestFailedException refusal)
    {
        TableConflict? kind = (refusal.Status, refusal.ErrorCode) switch
        {
            (409, TableErrorCode.EntityAlreadyExists) => TableConflict.AlreadyExists,
            (412, _) => TableConflict.Changed,
            (404, TableErrorCode.ResourceNotFound or TableErrorCode.EntityNotFound) => TableConflict.Missing,
            _ => null,
        };
        var index = (refusal as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0;
        return kind is { } known && index < actions.Count ? new TableConflictException(index, actions[index].RowKey, known) : null;
    }

    private static string[] Texts(IReadOnlyList<ETag> etags) => [.. etags.Select(etag => etag == default ? "" : etag.ToString("H"))];

    private bool IsOurs(TableEntity? row) => row?[TableRules.CommitMark] as string == mark;

    private TableTransactionAction Request(TableAction action) => action switch
    {
        TableAction.Insert insert => new(TableTransactionActionType.Add, Entity(insert.RowKey, insert.Values)),
        TableAction.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(replace.RowKey, replace.Values), new ETag(replace.ETag)),
        TableAction.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Entity(upsert.RowKey, upsert.Values)),
        TableAction.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.RowKey), new ETag(delete.ETag)),
        TableAction.Remove remove => new(TableTransactionActionType.Delete, new TableEntity(partition, remove.RowKey), ETag.All),
        _ => throw new InvalidOperationException($"{action.GetType().Name} is no action of ours."),
    };

    // A row that is full to the brim goes without: the batch's other rows carry the mark.
    private TableEntity Entity(string rowKey, TableValues values) =>
        EntityRows.Entity(partition, rowKey, values, TableSize.HasRoomFor(partition, rowKey, values, TableRules.CommitMark, mark) ? mark : null);
}
