using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Digests;

/// <summary>What somebody wrote with a reason. Who wrote it is left out: the review is about leads and steps.</summary>
/// <param name="Comment">As written, cut to <see cref="MaxLength"/> characters; untrusted.</param>
/// <param name="Reason">The reason that it came with.</param>
/// <param name="Source">The lead's source; untrusted.</param>
public sealed record CommentWorthReading(string Comment, CodeCount Reason, string Source)
{
    /// <summary>The most comments of a summary.</summary>
    public const int Limit = 3;

    /// <summary>The most that is shown of a comment, in characters.</summary>
    public const int MaxLength = 280;

    /// <summary>Comments with fewer different characters say nothing ("n/a", "-----").</summary>
    private const int FewestDifferent = 6;

    /// <summary>The longest comments that came with a reason, each once; of equals the first in ordinal order.</summary>
    /// <param name="candidates">The reasons, each with its handoff.</param>
    internal static IReadOnlyList<CommentWorthReading> Of(IEnumerable<(HandoffFact Fact, GivenReason Given)> candidates)
    {
        var found = new List<CommentWorthReading>();
        foreach (var (fact, given) in candidates)
        {
            if (given.Comment?.Trim() is { } text && text.Distinct().Count() >= FewestDifferent)
            {
                found.Add(new CommentWorthReading(Cut(text), new CodeCount(given.Class, given.Code, 1), fact.Source));
            }
        }

        return
        [
            .. found.OrderByDescending(c => c.Comment.Length)
                .ThenBy(c => c.Comment, StringComparer.Ordinal).ThenBy(c => c.Source, StringComparer.Ordinal)
                .ThenBy(c => c.Reason.Code, StringComparer.Ordinal).ThenBy(c => c.Reason.Class)
                .DistinctBy(c => c.Comment, StringComparer.Ordinal)
                .Take(Limit),
        ];
    }

    // A character made of two code units is never cut in half.
    private static string Cut(string text) => text.Length <= MaxLength ? text
        : text[..(char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1)] + "…";
}
