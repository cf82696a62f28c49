namespace Baton.Tables.Azure;

/// <summary>What became of a commit whose answer was lost.</summary>
internal abstract record CommitFate
{
    private CommitFate()
    {
    }

    /// <summary>It was applied.</summary>
    /// <param name="ETags">What the lost answer would have said.</param>
    public sealed record Landed(IReadOnlyList<string> ETags) : CommitFate;

    /// <summary>It was not applied so far: a row still has the version that the commit takes away.</summary>
    public sealed record NotLanded : CommitFate;

    /// <summary>Its rows tell neither: others may have changed each of them since, or before.</summary>
    public sealed record Unknown : CommitFate;
}
