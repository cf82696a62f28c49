using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Baton.Tables;

/// <summary>
/// The properties of a row, in the order in which they were added. Filled by a collection initialiser
/// (<c>new TableValues { { "state", "offered" }, { "version", 3 } }</c>) and not changed afterwards; a null value is left out.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The field calls them the values of a row; a Collection suffix says nothing more.")]
public sealed class TableValues : IReadOnlyCollection<KeyValuePair<string, TableValue>>, IEquatable<TableValues>
{
    // Rows have few properties: a linear search beats a dictionary, and keeps the order.
    private readonly List<KeyValuePair<string, TableValue>> items;

    /// <summary>No properties yet.</summary>
    public TableValues() => items = [];

    /// <summary>No properties yet, with room for some.</summary>
    /// <param name="capacity">How many are expected.</param>
    public TableValues(int capacity) => items = new(capacity);

    /// <summary>How many properties there are.</summary>
    public int Count => items.Count;

    /// <summary>The value of a property; <see cref="TableValueKind.None"/> when it is not there.</summary>
    /// <param name="name">The property; case matters.</param>
    public TableValue this[string name]
    {
        get
        {
            foreach (var (key, value) in items)
            {
                if (string.Equals(key, name, StringComparison.Ordinal))
                    return value;
            }

            return default;
        }
    }

    /// <summary>Adds a property. <see cref="ArgumentException"/> if the name is there already.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value; null is left out, as table storage has no null.</param>
    public void Add(string name, TableValue? value)
    {
        if (value is not { Kind: not TableValueKind.None } present)
            return;
        if (this[name].Kind != TableValueKind.None)
            throw new ArgumentException($"Property '{name}' is given twice; each name may be there once.", nameof(name));
        items.Add(new(name, present));
    }

    /// <summary>A copy with one property added, replaced or (null) left out.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its new value.</param>
    public TableValues With(string name, TableValue? value)
    {
        var copy = new TableValues(items.Count + 1);
        foreach (var item in items)
        {
            if (!string.Equals(item.Key, name, StringComparison.Ordinal))
                copy.items.Add(item);
        }

        copy.Add(name, value);
        return copy;
    }

    /// <summary>Whether both have the same names with the same values, in whatever order.</summary>
    /// <param name="other">The other bag.</param>
    public bool Equals(TableValues? other)
    {
        if (other is null || other.Count != Count)
            return false;
        foreach (var (name, value) in items)
        {
            if (other[name] != value)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TableValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var (name, value) in items)
            hash ^= HashCode.Combine(name, value);
        return hash;
    }

    /// <summary>The properties in order, without an allocation.</summary>
    public List<KeyValuePair<string, TableValue>>.Enumerator GetEnumerator() => items.GetEnumerator();

    IEnumerator<KeyValuePair<string, TableValue>> IEnumerable<KeyValuePair<string, TableValue>>.GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    // Names that were stored were checked when they were written: reading skips the search for duplicates.
    internal void AddStored(string name, TableValue value) => items.Add(new(name, value));
}
