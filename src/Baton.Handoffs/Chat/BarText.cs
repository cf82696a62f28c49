namespace Baton.Handoffs.Chat;

/// <summary>A bar of block characters (U+2588 to U+258F, an eighth each), for places without a picture.</summary>
public static class BarText
{
    /// <summary>How many characters the longest bar has; fits beside its number in a chat column of 320 pixels.</summary>
    public const int Longest = 10;

    /// <summary>The largest value of a picture, which its longest bar stands for; values that are no number count as none.</summary>
    public static double Largest(IEnumerable<Bar> bars) => bars.Select(bar => bar.Value).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>The share of the largest as blocks; whatever is above nothing has at least the thinnest one.</summary>
    public static string Of(double value, double largest)
    {
        if (!(value > 0) || !(largest > 0)) return "";
        var eighths = Math.Max(1, (int)Math.Round(Math.Min(1, value / largest) * Longest * 8));
        var rest = eighths % 8;
        return new string('█', eighths / 8) + (rest == 0 ? "" : (char)('█' + 8 - rest));
    }
}
