using Azure;
using Azure.Core;

namespace Baton.Tables.Azure.Client;

/// <summary>One write as it goes over the wire, by itself or inside a transaction.</summary>
/// <param name="Method">What is done.</param>
/// <param name="Address">To what, relative to the account.</param>
/// <param name="IfMatch">
/// The version it holds for; null for no condition. Its presence is all that tells a guarded write from one that overwrites whatever is there.
/// </param>
/// <param name="Body">JSON; null for a delete.</param>
internal sealed record EntityRequest(RequestMethod Method, string Address, ETag? IfMatch, byte[]? Body)
{
    /// <summary>The request of an action.</summary>
    /// <param name="table">Where.</param>
    /// <param name="action">What; <see cref="ArgumentException"/> for an update or delete without an ETag, which would hit any version.</param>
    public static EntityRequest Of(string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        var address = EntityAddress.Of(table, entity.PartitionKey, entity.RowKey);
        return action.ActionType switch
        {
            TableTransactionActionType.Add => new(RequestMethod.Post, table, null, EntityJson.Write(entity)),
            TableTransactionActionType.UpsertReplace => new(RequestMethod.Put, address, null, EntityJson.Write(entity)),
            TableTransactionActionType.UpdateReplace => new(RequestMethod.Put, address, Guard(action.ETag), EntityJson.Write(entity)),
            TableTransactionActionType.Delete => new(RequestMethod.Delete, address, Guard(action.ETag), null),
            _ => throw new NotSupportedException($"{action.ActionType} is no action of the table service."),
        };
    }

    private static ETag Guard(ETag etag) =>
        etag == default ? throw new ArgumentException("An update or delete needs the ETag that was read, or ETag.All to mean any version.", nameof(etag)) : etag;
}
