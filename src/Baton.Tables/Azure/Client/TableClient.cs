using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Baton.Tables.Azure.Client;

/// <summary>A table. What is sent is made before a call returns its task; failures are <see cref="RequestFailedException"/>.</summary>
public sealed class TableClient
{
    private const int NotFound = 404;

    private readonly TablePipeline pipeline;

    internal TableClient(TablePipeline pipeline, string name) => (this.pipeline, Name) = (pipeline, name);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Reads an entity; null when there is none. A table that is not there is a failure, though.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TableEntity?> GetEntityIfExistsAsync(string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        var request = new EntityRequest(RequestMethod.Get, EntityAddress.Of(Name, partitionKey, rowKey), null, null);
        var response = await pipeline.SendAsync(request, NotFound, cancellationToken);
        if (response.Status != NotFound)
        {
            using var json = JsonDocument.Parse(response.Content);
            return EntityJson.Read(json.RootElement);
        }

        return TableFailure.CodeOf(response) == TableErrorCode.TableNotFound ? throw TableFailure.Of(response) : null;
    }

    /// <summary>
    /// Reads entities page by page, in the order of their keys. A page may be empty though more follow; only a null continuation token is the end.
    /// </summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="maxPerPage">How many a page may have, 1 to 1000: Azure refuses more.</param>
    /// <param name="continuationToken">Where to go on; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<Page<TableEntity>> QueryAsync(
        string? filter, int? maxPerPage, string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var token = PageToken.Parse(continuationToken);
        do
        {
            var request = new EntityRequest(RequestMethod.Get, EntityAddress.Of(Name, filter, maxPerPage, token), null, null);
            var response = await pipeline.SendAsync(request, 0, cancellationToken);
            token = PageToken.Of(response);
            yield return Page<TableEntity>.FromValues(Entities(response), token?.ToString(), response);
        }
        while (token is not null);
    }

    /// <summary>Inserts an entity and answers its ETag.</summary>
    /// <param name="entity">The entity; 409 when it is there.</param>
    /// <param name="cancellationToken">Ends the wait; it may then have been done.</param>
    public Task<ETag> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        WriteAsync(new TableTransactionAction(TableTransactionActionType.Add, entity), cancellationToken);

    /// <summary>Replaces an entity and answers its new ETag.</summary>
    /// <param name="entity">All of it; 404 when it is not there.</param>
    /// <param name="ifMatch">The version that was read, 412 when it has another; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties that are left out.</param>
    /// <param name="cancellationToken">Ends the wait; it may then have been done.</param>
    public Task<ETag> UpdateEntityAsync(TableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken = default) =>
        WriteAsync(new TableTransactionAction(Of(mode, TableTransactionActionType.UpdateReplace), entity, ifMatch), cancellationToken);

    /// <summary>Writes an entity whatever is there and answers its ETag.</summary>
    /// <param name="entity">All of it.</param>
    /// <param name="mode">What becomes of properties that are left out.</param>
    /// <param name="cancellationToken">Ends the wait; it may then have been done.</param>
    public Task<ETag> UpsertEntityAsync(TableEntity entity, TableUpdateMode mode, CancellationToken cancellationToken = default) =>
        WriteAsync(new TableTransactionAction(Of(mode, TableTransactionActionType.UpsertReplace), entity), cancellationToken);

    /// <summary>Deletes an entity.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its row; 404 when it is not there.</param>
    /// <param name="ifMatch">The version that was read, 412 when it has another; <see cref="ETag.All"/> for any.</param>
    /// <param name="cancellationToken">Ends the wait; it may then have been done.</param>
    public Task DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken = default) =>
        WriteAsync(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch), cancellationToken);

    /// <summary>
    /// Applies all actions or none and answers the ETags of their entities in order, default for a deleted one.
    /// A refusal is a <see cref="TableTransactionFailedException"/>.
    /// </summary>
    /// <param name="transactionActions">
    /// 1 to 100 on distinct entities of one partition; <see cref="ArgumentException"/> for several partitions, which the emulator would take apart.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; it may then have been done.</param>
    public Task<IReadOnlyList<ETag>> SubmitTransactionAsync(IReadOnlyList<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        if (transactionActions.Count == 0 || transactionActions.Any(a => a.Entity.PartitionKey != transactionActions[0].Entity.PartitionKey))
            throw new ArgumentException("A transaction has actions of exactly one partition.", nameof(transactionActions));
        return TransactAsync([.. transactionActions.Select(action => EntityRequest.Of(Name, action))], cancellationToken);
    }

    private static TableTransactionActionType Of(TableUpdateMode mode, TableTransactionActionType replacing) =>
        mode == TableUpdateMode.Replace ? replacing : throw new NotSupportedException($"{mode} is not among what Baton uses.");

    private static List<TableEntity> Entities(Response response)
    {
        using var json = JsonDocument.Parse(response.Content);
        return [.. json.RootElement.GetProperty("value"u8).EnumerateArray().Select(EntityJson.Read)];
    }

    private Task<ETag> WriteAsync(TableTransactionAction action, CancellationToken ct)
    {
        var request = EntityRequest.Of(Name, action);
        return SendAsync();

        async Task<ETag> SendAsync() => (await pipeline.SendAsync(request, 0, ct)).Headers.ETag ?? default;
    }

    // The answer's status says that the transaction was understood; whether it was applied is in its parts, and when it was not there is one.
    private async Task<IReadOnlyList<ETag>> TransactAsync(List<EntityRequest> requests, CancellationToken ct)
    {
        var response = await pipeline.SendAsync(requests, ct);
        var parts = TransactionPart.ReadAll(response.Content);
        if (parts.FirstOrDefault(part => part.Status is < 200 or > 299) is { } failed)
            throw TableFailure.Of(failed);
        return parts.Count == requests.Count
            ? parts.ConvertAll(part => part.ETag)
            : throw new RequestFailedException(response.Status, $"The answer to a transaction of {requests.Count} actions tells of {parts.Count}.");
    }
}
