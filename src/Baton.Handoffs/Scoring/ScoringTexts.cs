namespace Baton.Handoffs.Scoring;

/// <summary>Names the resource file of the parts of a score and of the rules that hold until a company has its own.</summary>
public sealed class ScoringTexts
{
    private ScoringTexts()
    {
    }
}
