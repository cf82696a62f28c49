using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Baton.Tables;

/// <summary>A property's value: one of the types that table storage has. Assign the plain value; it converts by itself.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "One conversion a type is the whole point; named twins would only say it twice.")]
public readonly struct TableValue : IEquatable<TableValue>
{
    private readonly object? reference;
    private readonly long bits;

    private TableValue(TableValueKind kind, object? reference, long bits) =>
        (Kind, this.reference, this.bits) = (kind, reference, bits);

    /// <summary>The type; <see cref="TableValueKind.None"/> for a null text or null bytes.</summary>
    public TableValueKind Kind { get; }

    /// <summary>The text. <see cref="InvalidOperationException"/> if it is of another kind, as for all below.</summary>
    public string AsString => (string)Expect(TableValueKind.String).reference!;

    /// <summary>The 32-bit integer.</summary>
    public int AsInt32 => (int)Expect(TableValueKind.Int32).bits;

    /// <summary>The 64-bit integer.</summary>
    public long AsInt64 => Expect(TableValueKind.Int64).bits;

    /// <summary>The double.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(Expect(TableValueKind.Double).bits);

    /// <summary>True or false.</summary>
    public bool AsBoolean => Expect(TableValueKind.Boolean).bits != 0;

    /// <summary>The instant, in UTC.</summary>
    public DateTimeOffset AsDateTimeOffset => new(Expect(TableValueKind.DateTimeOffset).bits, TimeSpan.Zero);

    /// <summary>The bytes, not a copy: do not change them.</summary>
    public byte[] AsBinary => (byte[])Expect(TableValueKind.Binary).reference!;

    /// <summary>Text; halves of surrogate pairs become U+FFFD, as no store could keep them. Null is no value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator TableValue(string? value) =>
        value is null ? default : new(TableValueKind.String, WellFormed(value), 0);

    /// <summary>A 32-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator TableValue(int value) => new(TableValueKind.Int32, null, value);

    /// <summary>A 64-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator TableValue(long value) => new(TableValueKind.Int64, null, value);

    /// <summary>A double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator TableValue(double value) => new(TableValueKind.Double, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>True or false.</summary>
    /// <param name="value">The flag.</param>
    public static implicit operator TableValue(bool value) => new(TableValueKind.Boolean, null, value ? 1 : 0);

    /// <summary>An instant; its offset is not kept.</summary>
    /// <param name="value">The instant.</param>
    public static implicit operator TableValue(DateTimeOffset value) => new(TableValueKind.DateTimeOffset, null, value.UtcTicks);

    /// <summary>Bytes, not copied. Null is no value.</summary>
    /// <param name="value">The bytes.</param>
    public static implicit operator TableValue(byte[]? value) => value is null ? default : new(TableValueKind.Binary, value, 0);

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TableValue left, TableValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TableValue left, TableValue right) => !left.Equals(right);

    /// <summary>Same kind and same content; NaN equals NaN.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(TableValue other) => Kind == other.Kind && Kind switch
    {
        TableValueKind.String => string.Equals(AsString, other.AsString, StringComparison.Ordinal),
        TableValueKind.Binary => AsBinary.AsSpan().SequenceEqual(other.AsBinary),
        TableValueKind.Double => AsDouble.Equals(other.AsDouble),
        _ => bits == other.bits,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TableValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        TableValueKind.String => AsString.GetHashCode(StringComparison.Ordinal),
        TableValueKind.Binary => AsBinary.Length,
        TableValueKind.Double => AsDouble.GetHashCode(),
        _ => HashCode.Combine(Kind, bits),
    };

    /// <summary>For debugging: the kind, and the content where it is short.</summary>
    public override string ToString() => Kind switch
    {
        TableValueKind.String => AsString,
        TableValueKind.Double => AsDouble.ToString("R", CultureInfo.InvariantCulture),
        TableValueKind.Boolean => AsBoolean ? "true" : "false",
        TableValueKind.DateTimeOffset => AsDateTimeOffset.ToString("O", CultureInfo.InvariantCulture),
        TableValueKind.Binary => $"{AsBinary.Length} bytes",
        TableValueKind.None => "none",
        _ => bits.ToString(CultureInfo.InvariantCulture),
    };

    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Repaired(text);

    private static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune);
        return repaired.ToString();
    }

    private TableValue Expect(TableValueKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException($"The value is {Kind}, not {kind}.");
}
