using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Values as bytes: the version, the number of properties, then each as name, kind and value. Numbers are 7-bit groups,
/// lowest first, signed ones zigzagged; doubles and instants are 8 bytes, little-endian; text is UTF-8 after its length.
/// </summary>
internal static class RowEncoder
{
    /// <summary>Of this encoding, its first byte. Rows of every version ever written stay readable.</summary>
    public const byte Version = 1;

    private const int MaxVarint = 10;

    /// <summary>The bytes of a row's values.</summary>
    /// <param name="values">Checked values.</param>
    public static byte[] Encode(TableValues values)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(UpperBound(values));
        var position = 0;
        buffer[position++] = Version;
        PutNumber(buffer, ref position, (ulong)values.Count);
        foreach (var (name, value) in values)
        {
            PutNumber(buffer, ref position, (ulong)name.Length);
            position += Encoding.ASCII.GetBytes(name, buffer.AsSpan(position));
            buffer[position++] = (byte)value.Kind;
            Put(buffer, ref position, value);
        }

        var row = buffer.AsSpan(0, position).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return row;
    }

    private static int UpperBound(TableValues values)
    {
        var size = 1 + MaxVarint;
        foreach (var (name, value) in values)
        {
            size += (2 * MaxVarint) + name.Length + value.Kind switch
            {
                TableValueKind.String => 3 * value.AsString.Length,
                TableValueKind.Binary => value.AsBinary.Length,
                _ => MaxVarint,
            };
        }

        return size;
    }

    private static void Put(byte[] buffer, ref int position, TableValue value)
    {
        switch (value.Kind)
        {
            case TableValueKind.String:
                var text = value.AsString;
                PutNumber(buffer, ref position, (ulong)Encoding.UTF8.GetByteCount(text));
                position += Encoding.UTF8.GetBytes(text, buffer.AsSpan(position));
                break;
            case TableValueKind.Binary:
                PutNumber(buffer, ref position, (ulong)value.AsBinary.Length);
                value.AsBinary.CopyTo(buffer, position);
                position += value.AsBinary.Length;
                break;
            case TableValueKind.Int32:
                PutNumber(buffer, ref position, Zigzag(value.AsInt32));
                break;
            case TableValueKind.Int64:
                PutNumber(buffer, ref position, Zigzag(value.AsInt64));
                break;
            case TableValueKind.Boolean:
                buffer[position++] = value.AsBoolean ? (byte)1 : (byte)0;
                break;
            case TableValueKind.Double:
                PutEight(buffer, ref position, BitConverter.DoubleToInt64Bits(value.AsDouble));
                break;
            case TableValueKind.DateTimeOffset:
                PutEight(buffer, ref position, value.AsDateTimeOffset.UtcTicks);
                break;
            default:
                throw new InvalidOperationException($"A property of kind {value.Kind} cannot be stored.");
        }
    }

    private static ulong Zigzag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static void PutEight(byte[] buffer, ref int position, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(position), value);
        position += sizeof(long);
    }

    private static void PutNumber(byte[] buffer, ref int position, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            buffer[position++] = (byte)(value | 0x80);
        buffer[position++] = (byte)value;
    }
}
