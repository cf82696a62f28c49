namespace Baton.Handoffs.Funnel.Commands;

/// <summary>Only handoffs whose value in a dimension is this one: <c>source=web</c>. A value in full width or other case is the same value.</summary>
/// <param name="Dimension">Which value.</param>
/// <param name="Value">What it must be, as typed; empty asks for handoffs without one.</param>
public sealed record FactFilter(Dimension Dimension, string Value);
