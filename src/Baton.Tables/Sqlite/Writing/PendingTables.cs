namespace Baton.Tables.Sqlite;

/// <summary>The creation of tables.</summary>
/// <param name="tables">Checked names.</param>
/// <param name="ct">Ends the wait as long as it has not begun.</param>
internal sealed class PendingTables(string[] tables, CancellationToken ct) : PendingWork<bool>(ct)
{
    /// <inheritdoc/>
    public override int Weight => 0;

    /// <inheritdoc/>
    protected override bool Do(RowWriter writer, out Exception? refusal)
    {
        foreach (var table in tables)
            writer.Create(table);
        refusal = null;
        return true;
    }
}
