namespace Baton.Tables.Sqlite;

/// <summary>The write of a health check; its result is what the read must find, or more.</summary>
/// <param name="ct">Ends the wait as long as it has not begun.</param>
internal sealed class PendingHealth(CancellationToken ct) : PendingWork<long>(ct)
{
    /// <inheritdoc/>
    public override int Weight => 0;

    /// <inheritdoc/>
    protected override long Do(RowWriter writer, out Exception? refusal)
    {
        refusal = null;
        return writer.PutHealth();
    }
}
