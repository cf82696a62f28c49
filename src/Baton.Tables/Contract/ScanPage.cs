namespace Baton.Tables;

/// <summary>A part of a scan.</summary>
/// <param name="Rows">In ordinal order of partition key and row key; may be empty although more follow.</param>
/// <param name="Next">What the next page comes after; null at the end.</param>
public sealed record ScanPage(IReadOnlyList<ScannedRow> Rows, RowPosition? Next);
