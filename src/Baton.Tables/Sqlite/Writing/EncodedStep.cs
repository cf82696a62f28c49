using System.Globalization;

namespace Baton.Tables.Sqlite;

/// <summary>An action of a batch in the bytes that are stored.</summary>
/// <param name="action">The action.</param>
/// <param name="index">Which of its batch.</param>
internal sealed class EncodedStep(TableAction action, int index)
{
    /// <summary>Of actions that change or delete a row that must be there.</summary>
    public const int ConditionalOrder = 1;

    private const int AddingOrder = 0;
    private const int AnywayOrder = 2;

    // A text that is no number was never an ETag of ours, and no row has this one.
    private const long NoETag = -1;

    /// <summary>The action.</summary>
    public TableAction Action => action;

    /// <summary>Which of its batch.</summary>
    public int Index => index;

    /// <summary>When it is written: those of a higher order later.</summary>
    public int Order { get; } = OrderOf(action);

    /// <summary>Whether a row that is there, or is not, can be in its way.</summary>
    public bool CanConflict => Order != AnywayOrder;

    /// <summary>Its row's key.</summary>
    public byte[] Row { get; } = KeyBytes.Encode(action.RowKey);

    /// <summary>What is stored; null for a row that goes.</summary>
    public byte[]? Values { get; } = action is TableAction.IWrite write ? RowEncoder.Encode(write.Values) : null;

    /// <summary>The version that must be there; null where any will do.</summary>
    public long? ETag { get; } = action is not TableAction.IGuarded guarded ? null
        : long.TryParse(guarded.ETag, NumberStyles.None, CultureInfo.InvariantCulture, out var etag) ? etag : NoETag;

    /// <summary>The steps of a batch in the order in which they are written.</summary>
    /// <param name="actions">Its actions.</param>
    public static EncodedStep[] Of(IReadOnlyList<TableAction> actions)
    {
        var steps = new EncodedStep[actions.Count];
        var next = 0;
        for (var order = AddingOrder; next < steps.Length; order++)
        {
            for (var i = 0; i < actions.Count; i++)
            {
                if (OrderOf(actions[i]) == order)
                    steps[next++] = new EncodedStep(actions[i], i);
            }
        }

        return steps;
    }

    /// <summary>What is in its way; null for nothing.</summary>
    /// <param name="found">The version of the row that is there; null for none.</param>
    public TableConflict? Conflict(long? found) => Order switch
    {
        AnywayOrder => null,
        AddingOrder => found is null ? null : TableConflict.AlreadyExists,
        _ when found is null => TableConflict.Missing,
        _ => ETag is null || ETag == found ? null : TableConflict.Changed,
    };

    private static int OrderOf(TableAction action) => action switch
    {
        TableAction.Insert => AddingOrder,
        TableAction.Upsert => AnywayOrder,
        _ => ConditionalOrder,
    };
}
