using Baton.Handoffs.Digests;

namespace Baton.Handoffs.Feedback;

/// <summary>Keeps what sales suggested, and whether marketing was told of it.</summary>
public interface ISuggestions
{
    /// <summary>Stores a suggestion.</summary>
    Task AddAsync(Suggestion suggestion, CancellationToken cancellation);

    /// <summary>Finds one; null when there is none.</summary>
    Task<Suggestion?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Claims one for telling it.</summary>
    /// <param name="id">Which; it must be there.</param>
    /// <param name="now">When.</param>
    /// <param name="until">How long the claim lives.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<DigestClaim> ClaimAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>It was told, as that message.</summary>
    Task SentAsync(string id, string messageId, CancellationToken cancellation);

    /// <summary>How many were made in an ISO week: one query of that week.</summary>
    Task<int> CountAsync(string week, CancellationToken cancellation);
}
