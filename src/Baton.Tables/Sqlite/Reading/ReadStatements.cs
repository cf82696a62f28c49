namespace Baton.Tables.Sqlite;

/// <summary>The statements that read one table.</summary>
/// <param name="connection">Where they run.</param>
/// <param name="table">A checked name.</param>
internal sealed class ReadStatements(SqliteConnection connection, string table) : IDisposable
{
    /// <summary>See <see cref="SqliteSchema.Get"/>.</summary>
    public SqliteStatement Get { get; } = connection.Prepare(SqliteSchema.Get(table));

    /// <summary>See <see cref="SqliteSchema.Scan"/>.</summary>
    public SqliteStatement Scan { get; } = connection.Prepare(SqliteSchema.Scan(table));

    /// <summary>See <see cref="SqliteSchema.ScanAll"/>.</summary>
    public SqliteStatement ScanAll { get; } = connection.Prepare(SqliteSchema.ScanAll(table));

    /// <inheritdoc/>
    public void Dispose()
    {
        Get.Dispose();
        Scan.Dispose();
        ScanAll.Dispose();
    }
}
