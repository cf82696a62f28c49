namespace Baton.Tables;

/// <summary>Asks a store whether it works, by using it.</summary>
public interface ITableHealth
{
    /// <summary>
    /// Writes a row and reads it back. Never throws for a store that does not work: the answer says why.
    /// A store that failed earlier is tried anew, so this is also how one comes back without a restart.
    /// </summary>
    /// <param name="ct">Ends the wait.</param>
    Task<TableHealth> CheckAsync(CancellationToken ct);
}
