namespace Baton.Tables.Sqlite;

/// <summary>The statements that change one table.</summary>
/// <param name="connection">Where they run.</param>
/// <param name="table">A checked name.</param>
internal sealed class WriteStatements(SqliteConnection connection, string table) : IDisposable
{
    private readonly SqliteStatement getETag = connection.Prepare(SqliteSchema.GetETag(table));
    private readonly SqliteStatement insert = connection.Prepare(SqliteSchema.Insert(table));
    private readonly SqliteStatement replace = connection.Prepare(SqliteSchema.Replace(table));
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

    /// <summary>Does a step; false, and nothing is changed, when its condition does not hold.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="step">The step.</param>
    /// <param name="etag">The row's new version.</param>
    public bool TryWrite(byte[] partition, EncodedStep step, long etag)
    {
        if (step.Values is null)
            return Delete(partition, step.Row, step.ETag);
        var write = step.Action switch
        {
            TableAction.Insert => insert,
            TableAction.Replace => replace,
            _ => put,
        };
        write.Bind(1, partition);
        write.Bind(2, step.Row);
        write.Bind(3, etag);
        write.Bind(4, step.Values);
        if (step.ETag is { } expected)
            write.Bind(5, expected);
        write.Run();
        return connection.Changed;
    }

    /// <summary>Deletes a row; false when it is not there, or has another version.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="row">Its key.</param>
    /// <param name="etag">The version that it must have; null for any.</param>
    public bool Delete(byte[] partition, byte[] row, long? etag = null)
    {
        delete.Bind(1, partition);
        delete.Bind(2, row);
        delete.Bind(3, etag);
        delete.Run();
        return connection.Changed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        getETag.Dispose();
        insert.Dispose();
        replace.Dispose();
        put.Dispose();
        delete.Dispose();
    }
}
