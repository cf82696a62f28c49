using System.Globalization;
using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>A reading connection with its statements, used by one caller at a time.</summary>
internal sealed class RowReader : IDisposable
{
    // A page ends early beyond this: a thousand rows of 1 MiB must not meet in memory.
    private const int MaxPageBytes = 4 * 1024 * 1024;

    private readonly SqliteConnection connection;
    private readonly TableStatements<ReadStatements> tables;

    private RowReader(SqliteConnection connection, int generation)
    {
        this.connection = connection;
        Generation = generation;
        tables = new(connection, static (connection, table) => new ReadStatements(connection, table));
    }

    /// <summary>Which generation of connections it belongs to: an older one than the pool's is not used again.</summary>
    public int Generation { get; }

    /// <summary>Opens a reading connection.</summary>
    /// <param name="options">The file and its limits.</param>
    /// <param name="generation">The pool's.</param>
    public static RowReader Open(SqliteTableOptions options, int generation)
    {
        if (!File.Exists(options.Path))
            throw new SqliteFault(SQLITE_IOERR, "the file does not exist");
        var connection = SqliteConnection.Open(options.Path, writable: false);
        try
        {
            connection.Execute($"PRAGMA cache_size = -{options.CacheKilobytes / 4}");
            return new RowReader(connection, generation);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads a row.</summary>
    /// <param name="table">A checked name.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The row.</param>
    public TableRow? Get(string table, string partitionKey, string rowKey)
    {
        var get = Statements(table).Get;
        get.Bind(1, KeyBytes.Encode(partitionKey));
        get.Bind(2, KeyBytes.Encode(rowKey));
        try
        {
            return get.Step() ? Row(rowKey, get, 0) : null;
        }
        finally
        {
            get.Reset();
        }
    }

    /// <summary>Reads a page. The row that would not fit any more names itself as the continuation.</summary>
    /// <param name="table">A checked name.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="range">Which row keys.</param>
    /// <param name="take">At most so many.</param>
    public TablePage Scan(string table, string partitionKey, RowRange range, int take)
    {
        var scan = Statements(table).Scan;
        scan.Bind(1, KeyBytes.Encode(partitionKey));
        scan.Bind(2, KeyBytes.Encode(range.From ?? ""));
        scan.Bind(3, range.Before is null ? KeyBytes.AboveAll : KeyBytes.Encode(range.Before));
        try
        {
            return Page(scan, take);
        }
        finally
        {
            scan.Reset();
        }
    }

    /// <summary>Reads a page of the whole table.</summary>
    /// <param name="table">A checked name.</param>
    /// <param name="after">Where to go on, itself not included; null for the beginning.</param>
    /// <param name="take">At most so many.</param>
    public ScanPage ScanAll(string table, RowPosition? after, int take)
    {
        var scan = Statements(table).ScanAll;
        scan.Bind(1, KeyBytes.Encode(after?.PartitionKey ?? ""));
        scan.Bind(2, after is null ? [] : KeyBytes.JustAbove(after.RowKey));
        try
        {
            var rows = new List<ScannedRow>();
            for (var bytes = 0; scan.Step(); bytes += scan.Bytes(3).Length)
            {
                if (rows.Count == take || bytes > MaxPageBytes)
                    return new ScanPage(rows, rows[^1].Position);
                rows.Add(new ScannedRow(KeyBytes.Decode(scan.Bytes(0)), Row(KeyBytes.Decode(scan.Bytes(1)), scan, 2)));
            }

            return new ScanPage(rows, null);
        }
        finally
        {
            scan.Reset();
        }
    }

    /// <summary>What the latest health check wrote.</summary>
    public long Health() => connection.Number(SqliteSchema.GetHealth);

    /// <inheritdoc/>
    public void Dispose()
    {
        tables.Dispose();
        connection.Dispose();
    }

    private static TablePage Page(SqliteStatement scan, int take)
    {
        var rows = new List<TableRow>();
        var bytes = 0;
        while (scan.Step())
        {
            var rowKey = KeyBytes.Decode(scan.Bytes(0));
            if (rows.Count == take || bytes > MaxPageBytes)
                return new TablePage(rows, rowKey);
            rows.Add(Row(rowKey, scan, 1));
            bytes += scan.Bytes(2).Length;
        }

        return new TablePage(rows, null);
    }

    private static TableRow Row(string rowKey, SqliteStatement statement, int column)
    {
        try
        {
            var values = RowDecoder.Decode(statement.Bytes(column + 1));
            return new TableRow(rowKey, values, statement.Number(column).ToString(CultureInfo.InvariantCulture));
        }
        catch (InvalidDataException damaged)
        {
            throw new SqliteFault(SQLITE_CORRUPT, damaged.Message);
        }
    }

    private ReadStatements Statements(string table) => tables.Find(table) ?? throw TableStatements<ReadStatements>.Missing(table);
}
