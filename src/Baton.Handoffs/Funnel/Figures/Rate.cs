namespace Baton.Handoffs.Funnel.Figures;

/// <summary>A share of a whole, with both counts: what a percentage alone would hide.</summary>
/// <param name="Part">How many did.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Rate(int Part, int Whole)
{
    /// <summary>Over fewer than this many a rate is shown as counts and marked as a small sample.</summary>
    public const int SmallSample = 20;

    /// <summary><see cref="Part"/> / <see cref="Whole"/>, 0 to 1; null of nothing.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;

    /// <summary>Whether it says too little to be given as a percentage.</summary>
    public bool Small => Whole < SmallSample;

    /// <summary>Both parts and both wholes together.</summary>
    public Rate And(Rate other) => new(Part + other.Part, Whole + other.Whole);
}
