using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Baton.Tables.Azure.Client;

/// <summary>An account of table storage. Failures are <see cref="RequestFailedException"/> with a code of <see cref="TableErrorCode"/>.</summary>
public sealed class TableServiceClient
{
    private readonly TablePipeline pipeline;

    /// <summary>An account that is used with its key.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="credential">Its name and key.</param>
    /// <param name="options">How to behave; null for as usual.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        options ??= new TableClientOptions();
        pipeline = new TablePipeline(endpoint, options, null, new SharedKeyLitePolicy(credential, options.Time));
    }

    /// <summary>An account that is used with a shared access signature.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="credential">The signature.</param>
    /// <param name="options">How to behave; null for as usual.</param>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null) =>
        pipeline = new TablePipeline(endpoint, options ?? new(), new SasPolicy(credential), null);

    /// <summary>An account that is used with tokens of Microsoft Entra, over https only.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="credential">Gives the tokens.</param>
    /// <param name="options">How to behave; null for as usual.</param>
    public TableServiceClient(Uri endpoint, TokenCredential credential, TableClientOptions? options = null) =>
        pipeline = new TablePipeline(endpoint, options ?? new(), null, new BearerTokenAuthenticationPolicy(credential, TableAudience.ScopeOf(endpoint)));

    /// <summary>The account's address.</summary>
    public Uri Uri => pipeline.Endpoint;

    /// <summary>A table of it, whether it is there or not.</summary>
    /// <param name="tableName">Its name.</param>
    public TableClient GetTableClient(string tableName) => new(pipeline, tableName);

    /// <summary>Creates a table; harmless when it is there.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = tableName });
        var response = await pipeline.SendAsync(new EntityRequest(RequestMethod.Post, EntityAddress.Tables, null, body), 409, cancellationToken);
        if (response.IsError && TableFailure.CodeOf(response) != TableErrorCode.TableAlreadyExists)
            throw TableFailure.Of(response);
    }
}
