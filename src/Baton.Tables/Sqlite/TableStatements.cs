namespace Baton.Tables.Sqlite;

/// <summary>The statements of one connection for each table, compiled at first use and kept.</summary>
/// <typeparam name="T">Which statements.</typeparam>
/// <param name="connection">The connection.</param>
/// <param name="prepare">Compiles them for a table that is there.</param>
internal sealed class TableStatements<T>(SqliteConnection connection, Func<SqliteConnection, string, T> prepare) : IDisposable
    where T : class, IDisposable
{
    private readonly Dictionary<string, T> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements for a table, null when nobody has created it.</summary>
    /// <param name="table">A checked name.</param>
    public T? Find(string table)
    {
        if (known.TryGetValue(table, out var statements))
            return statements;
        if (connection.Number(SqliteSchema.Exists(table)) == 0)
            return null;
        statements = prepare(connection, table);
        known.Add(table, statements);
        return statements;
    }

    /// <summary>What a caller gets who names a table that nobody has created.</summary>
    /// <param name="table">The name.</param>
    public static InvalidOperationException Missing(string table) =>
        new($"Table '{table}' does not exist; {nameof(ITableEngine.CreateTablesAsync)} comes first.");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statements in known.Values)
            statements.Dispose();
    }
}
