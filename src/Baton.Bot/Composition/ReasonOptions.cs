using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Bot.Composition;

/// <summary>Section <c>Reasons</c>: own lists instead of the default catalogue. A list that is left out stays the default one.</summary>
internal sealed class ReasonsOptions
{
    public const string Section = "Reasons";

    public List<ReasonOptions>? Reject { get; set; }

    public List<ReasonOptions>? Recycle { get; set; }

    public List<ReasonOptions>? Disqualify { get; set; }

    public IEnumerable<string> Validate() =>
    [
        .. Of("Reject", Reject, ReasonClass.Procedural, ReasonClass.Clerical, ReasonClass.Definitional, ReasonClass.Compliance, ReasonClass.Other),
        .. Of("Recycle", Recycle, ReasonClass.Recycle),
        .. Of("Disqualify", Disqualify, ReasonClass.Disqualify),
    ];

    public ReasonCatalogue Catalogue() => new(
        Reject?.ConvertAll(r => r.ToReason(ReasonClass.Definitional)) ?? ReasonCatalogue.Default.Reject,
        Recycle?.ConvertAll(r => r.ToReason(ReasonClass.Recycle)) ?? ReasonCatalogue.Default.Recycle,
        Disqualify?.ConvertAll(r => r.ToReason(ReasonClass.Disqualify)) ?? ReasonCatalogue.Default.Disqualify);

    private static IEnumerable<string> Of(string list, List<ReasonOptions>? reasons, params ReasonClass[] classes)
    {
        if (reasons is { Count: 0 })
        {
            yield return $"{Section}:{list} is empty; expected at least one reason, or leave it out";
        }

        foreach (var (at, reason) in (reasons ?? []).Index())
        {
            var key = $"{Section}:{list}:{at}";
            if (reason.Code.Length == 0 || reason.Code.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')) || reasons!.Take(at).Any(r => r.Code == reason.Code))
            {
                yield return $"{key}:Code is \"{reason.Code}\"; expected small letters, digits and _, not used before";
            }

            if (reason.En.Length == 0 || reason.Ja.Length == 0)
            {
                yield return $"{key} has no En or Ja; expected a label in both languages";
            }

            if (reason.Class is { } of && !classes.Contains(of))
            {
                yield return $"{key}:Class is {of}; expected {string.Join(", ", classes)}";
            }

            if (classes is [ReasonClass.Recycle] && reason.Days is < 1 or > Terms.FurthestRecycleDays)
            {
                yield return $"{key}:Days is {reason.Days}; expected 1 to {Terms.FurthestRecycleDays}";
            }
        }
    }
}

/// <summary>One reason.</summary>
internal sealed class ReasonOptions
{
    public string Code { get; set; } = "";

    public ReasonClass? Class { get; set; }

    public string En { get; set; } = "";

    public string Ja { get; set; } = "";

    public FollowUp FollowUp { get; set; }

    public bool CommentRequired { get; set; }

    public int Days { get; set; } = 90;

    public int Attempts { get; set; }

    public Reason ToReason(ReasonClass usual) => new()
    {
        Code = Code,
        Class = Class ?? usual,
        En = En,
        Ja = Ja,
        FollowUp = FollowUp,
        CommentRequired = CommentRequired,
        RecycleDays = usual == ReasonClass.Recycle ? Days : 0,
        AttemptsRequired = Attempts,
    };
}
