using System.Globalization;

namespace Baton.Benchmarks.Figures;

/// <summary>What the rounds of one side measured.</summary>
/// <param name="values">One a round.</param>
internal sealed class Series(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    /// <summary>Median with the least and the most beside it.</summary>
    public string Show(string format, string unit = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(Median, format)}{unit} ({Text(sorted[0], format)}–{Text(sorted[^1], format)})");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
