using Azure;
using Azure.Core;
using Azure.Identity;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>An account and how to be let in: what <c>Store:Connection</c> says, once it is understood.</summary>
public sealed class AzureTableConnection
{
    private readonly TableSharedKeyCredential? key;
    private readonly AzureSasCredential? signature;
    private readonly TokenCredential? tokens;

    /// <summary>An account that is used with its key.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="key">Its name and key.</param>
    public AzureTableConnection(Uri endpoint, TableSharedKeyCredential key)
        : this(endpoint) => this.key = key;

    /// <summary>An account that is used with a shared access signature.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="signature">The signature.</param>
    public AzureTableConnection(Uri endpoint, AzureSasCredential signature)
        : this(endpoint) => this.signature = signature;

    /// <summary>An account that is used with tokens of Microsoft Entra.</summary>
    /// <param name="endpoint">Its address, with https.</param>
    /// <param name="tokens">Gives them.</param>
    public AzureTableConnection(Uri endpoint, TokenCredential tokens)
        : this(endpoint) => this.tokens = tokens;

    private AzureTableConnection(Uri endpoint) => Endpoint = endpoint;

    /// <summary>The account's address; holds no secret.</summary>
    public Uri Endpoint { get; }

    /// <summary>How Baton is let in, for an operator; holds no secret.</summary>
    public string Access => key is not null ? "shared key" : signature is not null ? "shared access signature" : "Microsoft Entra (DefaultAzureCredential)";

    /// <summary>What stands behind the address, for an operator.</summary>
    public string Service =>
        TableAudience.IsCosmos(Endpoint) ? "Azure Cosmos DB for Table" : Endpoint.IsLoopback ? "Azurite" : "Azure Table Storage";

    /// <summary>Tokens as the surroundings provide them: environment, workload identity, managed identity, or the developer's own tools.</summary>
    /// <param name="endpoint">The account's address, with https.</param>
    public static AzureTableConnection WithDefaultCredential(Uri endpoint) => new(endpoint, new DefaultAzureCredential());

    /// <summary>A client of the account.</summary>
    /// <param name="options">How it behaves.</param>
    internal TableServiceClient Client(TableClientOptions options) => (key, signature, tokens) switch
    {
        ({ } known, _, _) => new TableServiceClient(Endpoint, known, options),
        (_, { } signed, _) => new TableServiceClient(Endpoint, signed, options),
        (_, _, { } asked) => new TableServiceClient(Endpoint, asked, options),
        _ => throw new InvalidOperationException("A connection has one of the three."),
    };
}
