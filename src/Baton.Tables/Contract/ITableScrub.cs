namespace Baton.Tables;

/// <summary>Takes what was deleted or overwritten out of the medium too, as far as the store itself can.</summary>
public interface ITableScrub
{
    /// <summary>Leaves nothing in the store's files that no row holds. Others may work on the store meanwhile; their writes wait.</summary>
    /// <param name="ct">Gives up between tries; the store is as it was, or scrubbed.</param>
    /// <exception cref="TableUnavailableException">It could not be done, with the reason; what rows hold is untouched.</exception>
    Task ScrubAsync(CancellationToken ct);
}
