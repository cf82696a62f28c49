namespace Baton.Tables;

/// <summary>A part of a query's answer.</summary>
/// <param name="Rows">In ordinal order of the row keys; may be empty although more follow.</param>
/// <param name="Continuation">Opaque; where the next page starts, null at the end.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Continuation);
