using System.Buffers;

namespace Baton.Tables;

/// <summary>How much rows weigh, by the service's own formulas.</summary>
internal static class TableSize
{
    // An upper bound of a changeset part around its JSON: boundary, headers and an address with both keys percent-encoded.
    private const int PartBytes = 1024;
    // In the address as %E7%95%8C, in the body as \u754c.
    private const int EscapedKeyBytes = 15;
    private const int EscapedBytes = 6;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"&'+<>\\`");

    /// <summary>
    /// Bytes of an entity, as the service counts them: 4 + the keys + 8 a property + its name and value; text as UTF-16.
    /// </summary>
    public static int Entity(string partitionKey, string rowKey, TableValues values)
    {
        var size = 4 + (2 * (partitionKey.Length + rowKey.Length));
        foreach (var (name, value) in values)
        {
            size += 8 + (2 * name.Length) + value.Kind switch
            {
                TableValueKind.String => 4 + (2 * value.AsString.Length),
                TableValueKind.Binary => 4 + value.AsBinary.Length,
                TableValueKind.Boolean => 1,
                TableValueKind.Int32 => 4,
                _ => 8,
            };
        }

        return size;
    }

    /// <summary>Whether a row that is within the limits stays so with one more text.</summary>
    public static bool HasRoomFor(string partitionKey, string rowKey, TableValues values, string name, string text) =>
        values.Count < TableRules.MaxProperties
        && Entity(partitionKey, rowKey, values) + 12 + (2 * (name.Length + text.Length)) <= TableRules.MaxEntityBytes;

    /// <summary>An upper bound of what an action adds to a batch request: its part, its keys and its JSON, the latter in ASCII.</summary>
    public static int OnWire(string partitionKey, TableAction action)
    {
        var size = PartBytes + (EscapedKeyBytes * (partitionKey.Length + action.RowKey.Length));
        if (action is not TableAction.IWrite write)
            return size;
        foreach (var (name, value) in write.Values)
        {
            // Name and value, the annotation "name@odata.type":"Edm.DateTime", and the punctuation.
            size += 64 + (6 * name.Length) + value.Kind switch
            {
                TableValueKind.String => JsonText(value.AsString),
                TableValueKind.Binary => 4 * ((value.AsBinary.Length + 2) / 3),
                _ => 0,
            };
        }

        return size;
    }

    private static int JsonText(string text)
    {
        var size = text.Length;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || Escaped.Contains(c))
                size += EscapedBytes - 1;
        }

        return size;
    }
}
