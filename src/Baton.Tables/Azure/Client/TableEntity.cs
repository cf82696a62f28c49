using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// An entity: its keys, and properties by name. Values are <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="bool"/>, <see cref="DateTimeOffset"/>, <see cref="Guid"/> or bytes.
/// </summary>
/// <param name="partitionKey">Its partition.</param>
/// <param name="rowKey">Its row in it.</param>
[SuppressMessage("Naming", "CA1710", Justification = "The official name.")]
public sealed class TableEntity(string partitionKey, string rowKey) : IReadOnlyCollection<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    /// <summary>Its partition.</summary>
    public string PartitionKey { get; } = partitionKey;

    /// <summary>Its row in the partition.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>Its version, as the service told; default for one that was made here.</summary>
    public ETag ETag { get; set; }

    /// <summary>How many properties it has, keys not counted.</summary>
    public int Count => properties.Count;

    /// <summary>A property's value, null when it is not there; setting null takes it away.</summary>
    /// <param name="key">Its name; case matters.</param>
    public object? this[string key]
    {
        get => properties.GetValueOrDefault(key);
        set
        {
            if (value is null)
                properties.Remove(key);
            else
                properties[key] = value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
