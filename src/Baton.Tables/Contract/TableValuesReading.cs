namespace Baton.Tables;

/// <summary>
/// Typed reading of a row's properties. <c>Get</c> wants the property to be there (<see cref="KeyNotFoundException"/>),
/// <c>Find</c> answers null; both refuse a property of another kind (<see cref="InvalidOperationException"/>).
/// </summary>
public static class TableValuesReading
{
    extension(TableValues values)
    {
        /// <summary>A text that must be there.</summary>
        /// <param name="name">The property.</param>
        public string GetString(string name) => values.Require(name).AsString;

        /// <summary>A text, or null.</summary>
        /// <param name="name">The property.</param>
        public string? FindString(string name) => values.Find(name)?.AsString;

        /// <summary>A 32-bit integer that must be there.</summary>
        /// <param name="name">The property.</param>
        public int GetInt32(string name) => values.Require(name).AsInt32;

        /// <summary>A 32-bit integer, or null.</summary>
        /// <param name="name">The property.</param>
        public int? FindInt32(string name) => values.Find(name)?.AsInt32;

        /// <summary>A 64-bit integer that must be there.</summary>
        /// <param name="name">The property.</param>
        public long GetInt64(string name) => values.Require(name).AsInt64;

        /// <summary>A 64-bit integer, or null.</summary>
        /// <param name="name">The property.</param>
        public long? FindInt64(string name) => values.Find(name)?.AsInt64;

        /// <summary>A double that must be there.</summary>
        /// <param name="name">The property.</param>
        public double GetDouble(string name) => values.Require(name).AsDouble;

        /// <summary>A double, or null.</summary>
        /// <param name="name">The property.</param>
        public double? FindDouble(string name) => values.Find(name)?.AsDouble;

        /// <summary>A flag that must be there.</summary>
        /// <param name="name">The property.</param>
        public bool GetBoolean(string name) => values.Require(name).AsBoolean;

        /// <summary>A flag, or null.</summary>
        /// <param name="name">The property.</param>
        public bool? FindBoolean(string name) => values.Find(name)?.AsBoolean;

        /// <summary>An instant that must be there.</summary>
        /// <param name="name">The property.</param>
        public DateTimeOffset GetDateTimeOffset(string name) => values.Require(name).AsDateTimeOffset;

        /// <summary>An instant, or null.</summary>
        /// <param name="name">The property.</param>
        public DateTimeOffset? FindDateTimeOffset(string name) => values.Find(name)?.AsDateTimeOffset;

        /// <summary>Bytes that must be there.</summary>
        /// <param name="name">The property.</param>
        public byte[] GetBinary(string name) => values.Require(name).AsBinary;

        /// <summary>Bytes, or null.</summary>
        /// <param name="name">The property.</param>
        public byte[]? FindBinary(string name) => values.Find(name)?.AsBinary;

        private TableValue Require(string name) =>
            values.Find(name) ?? throw new KeyNotFoundException($"The row has no property '{name}'.");

        private TableValue? Find(string name) => values[name] is { Kind: not TableValueKind.None } value ? value : default(TableValue?);
    }
}
