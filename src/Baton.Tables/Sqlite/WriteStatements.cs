namespace Baton.Tables.Sqlite;

/// <summary>The statements that change one table.</summary>
/// <param name="connection">Where they run.</param>
/// <param name="table">A checked name.</param>
internal sealed class WriteStatements(SqliteConnection connection, string table) : IDisposable
{
    private readonly SqliteStatement getETag = connection.Prepare(SqliteSchema.GetETag(table));
    private readonly SqliteStatement put = connection.Prepare(SqliteSchema.Put(table));
    private readonly SqliteStatement delete = connection.Prepare(SqliteSchema.Delete(table));

    /// <summary>The ETag of a row, null when it is not there.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="row">Its key.</param>
    public long? ETag(byte[] partition, byte[] row)
    {
        getETag.Bind(1, partition);
        getETag.Bind(2, row);
        long? etag = getETag.Step() ? getETag.Number(0) : null;
        getETag.Reset();
        return etag;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="row">Its key.</param>
    /// <param name="etag">Its new version.</param>
    /// <param name="values">Its encoded values.</param>
    public void Put(byte[] partition, byte[] row, long etag, byte[] values)
    {
        put.Bind(1, partition);
        put.Bind(2, row);
        put.Bind(3, etag);
        put.Bind(4, values);
        put.Run();
    }

    /// <summary>Deletes a row.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="row">Its key.</param>
    public void Delete(byte[] partition, byte[] row)
    {
        delete.Bind(1, partition);
        delete.Bind(2, row);
        delete.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        getETag.Dispose();
        put.Dispose();
        delete.Dispose();
    }
}
