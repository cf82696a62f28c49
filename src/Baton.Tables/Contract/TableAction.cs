namespace Baton.Tables;

/// <summary>One step of an atomic batch.</summary>
/// <param name="RowKey">The row it is about.</param>
public abstract record TableAction(string RowKey)
{
    /// <summary>Adds a row; conflicts as <see cref="TableConflict.AlreadyExists"/>.</summary>
    /// <param name="RowKey">The row.</param>
    /// <param name="Values">All its properties.</param>
    public sealed record Insert(string RowKey, TableValues Values) : TableAction(RowKey), IWrite;

    /// <summary>
    /// Replaces all properties of the row if it is still the one that was read; conflicts as <see cref="TableConflict.Changed"/>
    /// or <see cref="TableConflict.Missing"/>.
    /// </summary>
    /// <param name="RowKey">The row.</param>
    /// <param name="Values">All its properties: those left out are gone.</param>
    /// <param name="ETag">The version that was read.</param>
    public sealed record Replace(string RowKey, TableValues Values, string ETag) : TableAction(RowKey), IWrite, IGuarded;

    /// <summary>Writes the row whether or not it exists, whatever its version; never conflicts.</summary>
    /// <param name="RowKey">The row.</param>
    /// <param name="Values">All its properties: those left out are gone.</param>
    public sealed record Upsert(string RowKey, TableValues Values) : TableAction(RowKey), IWrite;

    /// <summary>Deletes the row if it is still the one that was read; conflicts as <see cref="Replace"/> does.</summary>
    /// <param name="RowKey">The row.</param>
    /// <param name="ETag">The version that was read.</param>
    public sealed record Delete(string RowKey, string ETag) : TableAction(RowKey), IGuarded;

    /// <summary>Deletes the row whatever its version; conflicts as <see cref="TableConflict.Missing"/> when there is none.</summary>
    /// <param name="RowKey">The row.</param>
    public sealed record Remove(string RowKey) : TableAction(RowKey);

    /// <summary>An action that stores properties.</summary>
    public interface IWrite
    {
        /// <summary>The properties to store.</summary>
        TableValues Values { get; }
    }

    /// <summary>An action that holds only for the version that was read.</summary>
    public interface IGuarded
    {
        /// <summary>The version that was read.</summary>
        string ETag { get; }
    }
}
