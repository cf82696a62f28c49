namespace Baton.Tables.Azure.Client;

/// <summary>Which service stands behind an address, and the scope that tokens for it are asked for.</summary>
internal static class TableAudience
{
    private const string Storage = "https://storage.azure.com/.default";
    private const string Cosmos = "https://cosmos.azure.com/.default";

    /// <summary>Whether it is Cosmos DB's Table API: then throttling answers 429, and tokens have another scope.</summary>
    /// <param name="endpoint">The account's address.</param>
    public static bool IsCosmos(Uri endpoint) =>
        endpoint.Host.Contains(".table.cosmos.", StringComparison.OrdinalIgnoreCase) || endpoint.Host.Contains(".table.cosmosdb.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The scope of tokens.</summary>
    /// <param name="endpoint">The account's address.</param>
    public static string ScopeOf(Uri endpoint) => IsCosmos(endpoint) ? Cosmos : Storage;
}
