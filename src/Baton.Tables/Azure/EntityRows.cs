using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>Rows of ours as entities of Azure's, and back.</summary>
internal static class EntityRows
{
    /// <summary>An entity with a row's values. Bytes are copied: the caller may use them again while the entity waits to be sent.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The row.</param>
    /// <param name="values">Checked values.</param>
    /// <param name="mark">Which commit writes it; null where no room is left for that.</param>
    public static TableEntity Entity(string partitionKey, string rowKey, TableValues values, string? mark)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in values)
            entity[name] = Plain(value);
        if (mark is not null)
            entity[TableRules.CommitMark] = mark;
        return entity;
    }

    /// <summary>The row that an entity holds.</summary>
    /// <param name="entity">As it was read.</param>
    public static TableRow Row(TableEntity entity)
    {
        var values = new TableValues(entity.Count);
        foreach (var (name, value) in entity)
        {
            if (name != TableRules.CommitMark)
                values.AddStored(name, Value(entity.RowKey, name, value));
        }

        return new TableRow(entity.RowKey, values, entity.ETag.ToString("H"));
    }

    private static object Plain(TableValue value) => value.Kind switch
    {
        TableValueKind.String => value.AsString,
        TableValueKind.Int32 => value.AsInt32,
        TableValueKind.Int64 => value.AsInt64,
        TableValueKind.Double => value.AsDouble,
        TableValueKind.Boolean => value.AsBoolean,
        TableValueKind.DateTimeOffset => value.AsDateTimeOffset,
        TableValueKind.Binary => value.AsBinary.Clone(),
        _ => throw new InvalidOperationException($"A property of kind {value.Kind} cannot be stored."),
    };

    private static TableValue Value(string rowKey, string name, object value) => value switch
    {
        string text => text,
        int number => number,
        long number => number,
        double number => number,
        bool flag => flag,
        DateTimeOffset instant => instant,
        byte[] bytes => bytes,
        _ => throw new TableUnavailableException(
            TableUnavailable.Corrupt, $"Property '{name}' of row '{rowKey}' is a {value.GetType().Name}, which Baton never writes.", "Find out who else writes to these tables, and restore the row."),
    };
}
