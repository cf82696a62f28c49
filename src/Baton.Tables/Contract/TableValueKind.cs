namespace Baton.Tables;

/// <summary>The types a property may have. The numbers are stored in SQLite files: never change one.</summary>
public enum TableValueKind
{
    /// <summary>No value: such a property is not stored.</summary>
    None = 0,

    /// <summary>Text.</summary>
    String = 1,

    /// <summary>A 32-bit integer.</summary>
    Int32 = 2,

    /// <summary>A 64-bit integer.</summary>
    Int64 = 3,

    /// <summary>A double, NaN and the infinities included.</summary>
    Double = 4,

    /// <summary>True or false.</summary>
    Boolean = 5,

    /// <summary>An instant in UTC, in steps of 100 ns.</summary>
    DateTimeOffset = 6,

    /// <summary>Bytes.</summary>
    Binary = 7,
}
