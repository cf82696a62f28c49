using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Calibration;

/// <summary>
/// How far two independent rates lie apart, with the range that holds the true difference with 95 % confidence: Newcombe's hybrid score interval, which needs
/// no large samples (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998) 873-890, method 10),
/// made of Wilson's intervals for each rate (E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212).
/// </summary>
/// <param name="Value">The first rate less the second, -1 to 1.</param>
/// <param name="Low">The least that it may be.</param>
/// <param name="High">The most that it may be.</param>
public sealed record Difference(double Value, double Low, double High)
{
    // The quantile of the normal distribution for 95 %, two-sided.
    private const double Z = 1.959963984540054;

    /// <summary>The difference of two rates; null when one is of nothing.</summary>
    public static Difference? Of(Rate one, Rate other)
    {
        if (one.Value is not { } p || other.Value is not { } q)
        {
            return null;
        }

        var ((pLow, pHigh), (qLow, qHigh)) = (Wilson(p, one.Whole), Wilson(q, other.Whole));
        return new Difference(p - q, p - q - Root(p - pLow, qHigh - q), p - q + Root(pHigh - p, q - qLow));
    }

    private static (double Low, double High) Wilson(double rate, int whole)
    {
        var square = Z * Z / whole;
        var middle = (rate + (square / 2)) / (1 + square);
        var reach = Z * Math.Sqrt((rate * (1 - rate) / whole) + (square / (4 * whole))) / (1 + square);
        return (middle - reach, middle + reach);
    }

    private static double Root(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
