namespace Baton.Handoffs.Scoring;

/// <summary>A lead's score with its three parts, as marketing and sales agreed on (attributes 0-30, behaviour 0-40, engagement 0-30).</summary>
/// <param name="Attributes">Who they are, 0 to 30.</param>
/// <param name="Behaviour">What they did, 0 to 40.</param>
/// <param name="Engagement">How lately and how often, 0 to 30.</param>
/// <param name="Given">The sender's own score, 0 to 100, when it sent one.</param>
/// <param name="Trace">Which rule gave how many points, in the order of the rules.</param>
public sealed record ScoreCard(int Attributes, int Behaviour, int Engagement, int? Given, IReadOnlyList<ScorePoint> Trace)
{
    /// <summary>The most that the first part gives.</summary>
    public const int MaxAttributes = 30;

    /// <summary>The most that the second part gives.</summary>
    public const int MaxBehaviour = 40;

    /// <summary>The most that the third part gives.</summary>
    public const int MaxEngagement = 30;

    /// <summary>The score that counts, 0 to 100: the sender's own when there is one, else the sum of the parts.</summary>
    public int Total => Given ?? Attributes + Behaviour + Engagement;
}

/// <summary>One rule's contribution to a score.</summary>
/// <param name="Part"><c>attributes</c>, <c>behaviour</c> or <c>engagement</c>.</param>
/// <param name="Rule">The rule's name in the configuration.</param>
/// <param name="Points">How many points it gave.</param>
public sealed record ScorePoint(string Part, string Rule, int Points);

/// <summary>How urgent a lead is. The names are stored.</summary>
public enum Tier
{
    /// <summary>Qualified, handled within the normal targets.</summary>
    Normal,

    /// <summary>At or over the hot threshold: shorter targets, first in the queue.</summary>
    Hot,
}
