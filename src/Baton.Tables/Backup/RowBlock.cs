using System.Text;
using Baton.Tables.Sqlite;

namespace Baton.Tables.Backup;

/// <summary>
/// Rows of one table as the content of a block: the table's name, the number of rows, then each with its keys and its values as bytes of the encoding
/// that <see cref="RowEncoder"/> keeps readable for ever.
/// </summary>
internal sealed class RowBlock : IDisposable
{
    private readonly MemoryStream content = new(BackupFormat.BlockBytes + (BackupFormat.BlockBytes / 8));
    private readonly BinaryWriter writer;
    private int rows;

    /// <summary>No rows yet.</summary>
    /// <param name="table">Their table.</param>
    public RowBlock(string table)
    {
        Table = table;
        writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>Whether it is time to write it, when a partition has ended.</summary>
    public bool IsFull => content.Length >= BackupFormat.BlockBytes;

    /// <summary>Whether it must be written although a partition goes on.</summary>
    public bool IsOverfull => content.Length >= BackupFormat.LargestBlockBytes;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => rows == 0;

    /// <summary>Adds a row.</summary>
    public void Add(ScannedRow row)
    {
        var values = RowEncoder.Encode(row.Row.Values);
        writer.Write(row.PartitionKey);
        writer.Write(row.Row.RowKey);
        writer.Write7BitEncodedInt(values.Length);
        writer.Write(values);
        rows++;
    }

    /// <summary>The content, and an empty block again.</summary>
    public byte[] Take()
    {
        writer.Flush();
        using var all = new MemoryStream((int)content.Length + 128);
        using (var front = new BinaryWriter(all, Encoding.UTF8, leaveOpen: true))
        {
            front.Write(Table);
            front.Write7BitEncodedInt(rows);
        }

        content.WriteTo(all);
        content.SetLength(0);
        rows = 0;
        return all.ToArray();
    }

    /// <summary>Reads a content; <see cref="BackupFileException"/> when it makes no sense.</summary>
    public static (string Table, List<ScannedRow> Rows) Read(byte[] content)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content, writable: false), Encoding.UTF8);
            var table = reader.ReadString();
            var rows = new List<ScannedRow>(reader.Read7BitEncodedInt());
            for (var i = rows.Capacity; i > 0; i--)
            {
                var (partitionKey, rowKey) = (reader.ReadString(), reader.ReadString());
                rows.Add(new ScannedRow(partitionKey, new TableRow(rowKey, RowDecoder.Decode(reader.ReadBytes(reader.Read7BitEncodedInt())), "")));
            }

            return (table, rows);
        }
        catch (Exception error) when (error is IOException or FormatException or InvalidDataException or ArgumentException)
        {
            throw new BackupFileException("A block of rows cannot be understood: a newer program may have written it.", error);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        content.Dispose();
    }
}
