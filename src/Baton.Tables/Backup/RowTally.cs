using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Baton.Tables.Sqlite;

namespace Baton.Tables.Backup;

/// <summary>Counts rows of tables. Two stores with equal tallies hold equal rows: chance makes others equal once in 2^128.</summary>
internal sealed class RowTally
{
    // Used by one caller at a time.
    private readonly Dictionary<string, (long Rows, UInt128 Sum)> tables = new(StringComparer.Ordinal);

    /// <summary>What was counted, by table.</summary>
    public IReadOnlyDictionary<string, TableTally> Tables =>
        tables.ToDictionary(t => t.Key, t => new TableTally(t.Value.Rows, t.Value.Sum.ToString("x32", CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>How many rows were counted.</summary>
    public long Rows { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Add(string table, string partitionKey, string rowKey, TableValues values)
    {
        var (rows, sum) = tables.GetValueOrDefault(table);
        tables[table] = (rows + 1, sum + Digest(partitionKey, rowKey, values));
        Rows++;
    }

    // An engine may answer properties in another order than they were written in.
    private static UInt128 Digest(string partitionKey, string rowKey, TableValues values)
    {
        var sorted = new TableValues(values.Count);
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            sorted.AddStored(name, value);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(partitionKey));
        hash.AppendData([0xff]);
        hash.AppendData(Encoding.UTF8.GetBytes(rowKey));
        hash.AppendData([0xff]);
        hash.AppendData(RowEncoder.Encode(sorted));
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }
}
