using System.Buffers;

namespace Baton.Tables;

/// <summary>
/// The limits of Azure Tables, enforced by every engine so that what works on one works on all.
/// Each violation is an <see cref="ArgumentException"/> that names what was wrong and what would be right.
/// Source: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model.
/// </summary>
public static class TableRules
{
    /// <summary>Of a partition key or row key, in UTF-16 code units: 1 KiB.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>Of a text, in UTF-16 code units: 64 KiB.</summary>
    public const int MaxStringLength = 32_768;

    /// <summary>Of bytes in one property: 64 KiB.</summary>
    public const int MaxBinaryLength = 65_536;

    /// <summary>Of a row, keys and names included, in bytes: 1 MiB.</summary>
    public const int MaxEntityBytes = 1_048_576;

    /// <summary>Properties of a row, its keys and timestamp not counted.</summary>
    public const int MaxProperties = 252;

    /// <summary>Of a property's name, in characters.</summary>
    public const int MaxNameLength = 255;

    /// <summary>Actions in a batch.</summary>
    public const int MaxBatchActions = 100;

    /// <summary>Of a batch as it goes over the wire, in bytes: 4 MiB.</summary>
    public const int MaxBatchBytes = 4_194_304;

    /// <summary>Rows in a page.</summary>
    public const int MaxPageRows = 1000;

    /// <summary>The earliest instant that a property can hold.</summary>
    public static readonly DateTimeOffset MinInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The property in which an engine may note which commit wrote a row; no row brings it, and none shows it.</summary>
    internal const string CommitMark = "_commit";

    private static readonly SearchValues<char> TableCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly string[] ReservedNames = ["PartitionKey", "RowKey", "Timestamp", "ETag", CommitMark];

    /// <summary>Checks a table's name.</summary>
    /// <param name="table">The name.</param>
    public static void CheckTable(string table)
    {
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || table.AsSpan().ContainsAnyExcept(TableCharacters))
            throw new ArgumentException($"Table name '{table}' is not allowed; use 3 to 63 letters and digits of ASCII, a letter first.", nameof(table));
    }

    /// <summary>Checks a partition key or row key.</summary>
    /// <param name="what">Which of them, for the message.</param>
    /// <param name="key">The key; may be empty.</param>
    public static void CheckKey(string what, string key)
    {
        if (key.Length > MaxKeyLength)
            throw new ArgumentException($"{what} '{key[..32]}…' has {key.Length} characters; at most {MaxKeyLength} are allowed. {nameof(TableKey)}.{nameof(TableKey.Shorten)} makes it fit.", nameof(key));
        for (var i = 0; i < key.Length; i++)
        {
            if (!IsKeyCharacter(key, i))
                throw new ArgumentException($"{what} '{TableKey.Escape(key)}' has U+{(int)key[i]:X4} at {i}, which keys may not hold (/ \\ # ?, control characters, half surrogate pairs). {nameof(TableKey)}.{nameof(TableKey.Escape)} makes it a key, as shown.", nameof(key));
        }
    }

    /// <summary>Checks what names a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The row.</param>
    public static void CheckRead(string table, string partitionKey, string rowKey)
    {
        CheckTable(table);
        CheckKey("Partition key", partitionKey);
        CheckKey("Row key", rowKey);
    }

    /// <summary>Checks a query. The bounds of its range are no keys: any text will do.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="take">How many rows a page may have.</param>
    public static void CheckQuery(string table, string partitionKey, int take)
    {
        CheckScan(table, take);
        CheckKey("Partition key", partitionKey);
    }

    /// <summary>Checks a scan.</summary>
    /// <param name="table">The table.</param>
    /// <param name="take">How many rows a page may have.</param>
    public static void CheckScan(string table, int take)
    {
        CheckTable(table);
        if (take is < 1 or > MaxPageRows)
            throw new ArgumentOutOfRangeException(nameof(take), take, $"A page has 1 to {MaxPageRows} rows.");
    }

    /// <summary>Checks a batch: its table, its keys, each row, its number of actions and its weight.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="actions">The actions.</param>
    public static void CheckBatch(string table, string partitionKey, IReadOnlyList<TableAction> actions)
    {
        CheckTable(table);
        CheckKey("Partition key", partitionKey);
        if (actions.Count is < 1 or > MaxBatchActions)
            throw new ArgumentException($"The batch on '{partitionKey}' has {actions.Count} actions; 1 to {MaxBatchActions} are allowed.", nameof(actions));
        var bytes = 0;
        foreach (var action in actions)
        {
            CheckAction(partitionKey, action);
            bytes += TableSize.OnWire(partitionKey, action);
        }

        if (bytes > MaxBatchBytes)
            throw new ArgumentException($"The batch on '{partitionKey}' weighs up to {bytes} bytes on the wire; at most {MaxBatchBytes} are allowed. Split it.", nameof(actions));
        CheckEachRowOnce(partitionKey, actions);
    }

    /// <summary>Whether a character of a key is allowed where it stands.</summary>
    /// <param name="key">The key.</param>
    /// <param name="index">The character.</param>
    public static bool IsKeyCharacter(string key, int index) => key[index] switch
    {
        '/' or '\\' or '#' or '?' or <= '\u001f' or (>= '\u007f' and <= '\u009f') => false,
        >= '\ud800' and <= '\udbff' => index + 1 < key.Length && char.IsLowSurrogate(key[index + 1]),
        >= '\udc00' and <= '\udfff' => index > 0 && char.IsHighSurrogate(key[index - 1]),
        _ => true,
    };

    private static void CheckAction(string partitionKey, TableAction action)
    {
        CheckKey("Row key", action.RowKey);
        if (action is TableAction.IGuarded { ETag: "" })
            throw new ArgumentException($"The action on row '{action.RowKey}' has an empty ETag; pass the one that was read.", nameof(action));
        if (action is TableAction.IWrite write)
            CheckRow(partitionKey, action.RowKey, write.Values);
    }

    private static void CheckRow(string partitionKey, string rowKey, TableValues values)
    {
        if (values.Count > MaxProperties)
            throw new ArgumentException($"Row '{rowKey}' has {values.Count} properties; at most {MaxProperties} are allowed.", nameof(values));
        foreach (var (name, value) in values)
        {
            CheckName(rowKey, name);
            CheckValue(rowKey, name, value);
        }

        var size = TableSize.Entity(partitionKey, rowKey, values);
        if (size > MaxEntityBytes)
            throw new ArgumentException($"Row '{rowKey}' weighs {size} bytes; at most {MaxEntityBytes} are allowed. Split it over several rows.", nameof(values));
    }

    private static void CheckName(string rowKey, string name)
    {
        if (name.Length is < 1 or > MaxNameLength || char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new ArgumentException($"Property '{name}' of row '{rowKey}' is not allowed; use 1 to {MaxNameLength} letters, digits and _ of ASCII, no digit first.", nameof(name));
        if (Array.IndexOf(ReservedNames, name) >= 0)
            throw new ArgumentException($"Property '{name}' of row '{rowKey}' is a name of the service's own; use another.", nameof(name));
    }

    private static void CheckValue(string rowKey, string name, TableValue value)
    {
        var wrong = value.Kind switch
        {
            TableValueKind.String when value.AsString.Length > MaxStringLength =>
                $"has {value.AsString.Length} characters; at most {MaxStringLength} are allowed",
            TableValueKind.Binary when value.AsBinary.Length > MaxBinaryLength =>
                $"has {value.AsBinary.Length} bytes; at most {MaxBinaryLength} are allowed",
            TableValueKind.DateTimeOffset when value.AsDateTimeOffset < MinInstant =>
                $"is {value}; {MinInstant:O} is the earliest allowed",
            _ => null,
        };
        if (wrong is not null)
            throw new ArgumentException($"Property '{name}' of row '{rowKey}' {wrong}.", nameof(value));
    }

    /// <summary>Throws <see cref="ArgumentException"/> when two batches that are committed in order hold the same row.</summary>
    /// <param name="first">One.</param>
    /// <param name="then">The other.</param>
    public static void CheckOtherRows(TableBatch first, TableBatch then)
    {
        if (first.PartitionKey != then.PartitionKey || !first.Table.Equals(then.Table, StringComparison.OrdinalIgnoreCase))
            return;
        var rows = first.Actions.Select(a => a.RowKey).ToHashSet(StringComparer.Ordinal);
        if (then.Actions.FirstOrDefault(a => rows.Contains(a.RowKey)) is { } twice)
            throw new ArgumentException($"Row '{twice.RowKey}' of '{then.PartitionKey}' is in both batches; the second must be of other rows.", nameof(then));
    }

    private static void CheckEachRowOnce(string partitionKey, IReadOnlyList<TableAction> actions)
    {
        if (actions.Count == 1)
            return;
        var seen = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        foreach (var action in actions)
        {
            if (!seen.Add(action.RowKey))
                throw new ArgumentException($"Row '{action.RowKey}' is in the batch on '{partitionKey}' twice; a batch may hold a row once.", nameof(actions));
        }
    }
}
