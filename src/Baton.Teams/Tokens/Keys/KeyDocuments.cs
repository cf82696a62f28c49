using Baton.Wire;

namespace Baton.Teams.Tokens.Keys;

/// <summary>Fetches an issuer's metadata, and the keys that it leads to.</summary>
/// <param name="transport">How.</param>
/// <param name="metadata">Where the metadata is. The keys must be on the same host, so that nobody else's are ever taken.</param>
internal sealed class KeyDocuments(WireTransport transport, Uri metadata)
{
    /// <summary>The name of its clients.</summary>
    public const string Client = "TeamsKeys";

    /// <summary>The most bytes of a document that are read.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>How long one document may take: an invoke, which waits for it, must be answered in 5 s.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>The keys, or why there are none.</summary>
    public async Task<(IReadOnlyList<SigningKey>? Keys, string Why)> FetchAsync()
    {
        var found = await GetAsync(metadata);
        if (found is not Exchange.Answered { Reply: var described })
        {
            return (null, Why(metadata, found));
        }

        if (KeyDocumentReader.KeysAddress(described, metadata) is not { } address)
        {
            return (null, $"{metadata.Host} answered {described.Status} with something that names no keys of its own");
        }

        return await GetAsync(address) switch
        {
            Exchange.Answered { Reply: var reply } => KeyDocumentReader.Keys(reply) is { Count: > 0 } keys ? (keys, "") : (null, $"{address.Host} answered {reply.Status} with no usable keys"),
            var failed => (null, Why(address, failed)),
        };
    }

    private Task<Exchange> GetAsync(Uri address) => transport.SendAsync(HttpMethod.Get, address, null, null, CancellationToken.None);

    private static string Why(Uri address, Exchange failed) => failed switch
    {
        Exchange.Unsent it => $"{address.Host}: {it.Why}",
        Exchange.Lost it => $"{address.Host}: {it.Why}",
        _ => throw new InvalidOperationException("An exchange that was not answered is one of the two above."),
    };
}
