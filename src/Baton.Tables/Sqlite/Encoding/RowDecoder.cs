using System.Buffers.Binary;
using System.Text;

namespace Baton.Tables.Sqlite;

/// <summary>Reads what <see cref="RowEncoder"/> wrote. Bytes that it cannot have written are an <see cref="InvalidDataException"/>.</summary>
internal ref struct RowDecoder
{
    private const long MaxTicks = 3_155_378_975_999_999_999; // of DateTimeOffset.MaxValue

    private ReadOnlySpan<byte> rest;

    private RowDecoder(ReadOnlySpan<byte> bytes) => rest = bytes;

    /// <summary>The values of a row.</summary>
    /// <param name="bytes">An encoded row.</param>
    public static TableValues Decode(ReadOnlySpan<byte> bytes)
    {
        var decoder = new RowDecoder(bytes);
        var version = decoder.Take(1)[0];
        return version == RowEncoder.Version ? decoder.Values() : throw new InvalidDataException($"a row is encoded in version {version}, which this program does not know");
    }

    private TableValues Values()
    {
        var count = Length();
        var values = new TableValues(Math.Min(count, TableRules.MaxProperties));
        for (var i = 0; i < count; i++)
        {
            var name = PropertyNames.Get(Take(Length()));
            values.AddStored(name, Value((TableValueKind)Take(1)[0]));
        }

        return rest.IsEmpty ? values : throw Damaged();
    }

    private TableValue Value(TableValueKind kind) => kind switch
    {
        TableValueKind.String => Encoding.UTF8.GetString(Take(Length())),
        TableValueKind.Binary => Take(Length()).ToArray(),
        TableValueKind.Int32 => Signed() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Damaged(),
        TableValueKind.Int64 => Signed(),
        TableValueKind.Boolean => Take(1)[0] != 0,
        TableValueKind.Double => BitConverter.Int64BitsToDouble(Eight()),
        TableValueKind.DateTimeOffset => Eight() is >= 0 and <= MaxTicks and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw Damaged(),
        _ => throw Damaged(),
    };

    private long Eight() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    private int Length() => Number() is var length && length <= (ulong)rest.Length ? (int)length : throw Damaged();

    private long Signed() => Number() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    private ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw Damaged();
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("a row's bytes make no sense");
}
