using System.Text.Json;

namespace Baton.Tables.Audit;

/// <summary>Rows that cannot be read: a finding, never the end of an audit.</summary>
internal static class UnreadableRow
{
    /// <summary>Whether an error says that what a row holds makes no sense here.</summary>
    public static bool Is(Exception error) =>
        error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or NewerSchemaException or NotSupportedException or ArgumentException;

    /// <summary>Which rule it breaks: a row of a newer release is no damage.</summary>
    public static AuditRule RuleOf(Exception error) => error is NewerSchemaException ? AuditRule.RowOfNewerRelease : AuditRule.RowUnreadable;

    /// <summary>As a finding. Keys of the lookup table hold addresses of contacts: they are not told.</summary>
    public static Suspicion Of(string table, ScannedRow row, Exception error) =>
        new(RuleOf(error), table == BatonTables.Lookup ? table : $"{table} {row.PartitionKey} {row.Row.RowKey}", error.GetType().Name);
}
