namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Won amounts of one currency; currencies are never added up.</summary>
/// <param name="Currency">ISO 4217 code; empty when none was given.</param>
/// <param name="Amount">The sum.</param>
/// <param name="Deals">How many amounts are in it, at least 1.</param>
public sealed record Money(string Currency, decimal Amount, int Deals);
