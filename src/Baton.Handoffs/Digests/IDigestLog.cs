namespace Baton.Handoffs.Digests;

/// <summary>Remembers which weekly summaries were sent, so that each is sent once.</summary>
public interface IDigestLog
{
    /// <summary>Claims a summary for sending.</summary>
    /// <param name="id">The summary: week and place.</param>
    /// <param name="now">When.</param>
    /// <param name="until">How long the claim lives.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<DigestClaim> ClaimAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>It was sent, as that message.</summary>
    Task SentAsync(string id, string messageId, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>What a claim of a summary came to.</summary>
public enum DigestClaim
{
    /// <summary>It is ours, and nobody tried before.</summary>
    Fresh,

    /// <summary>It is ours; an earlier try may have sent it unrecorded: look first.</summary>
    Uncertain,

    /// <summary>Somebody is at it.</summary>
    Busy,

    /// <summary>It was sent.</summary>
    Sent,
}
