using System.Text.RegularExpressions;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>Reads the arguments of commands that name a lead, a person or a company.</summary>
internal static partial class ActionParser
{
    public static FunnelCommand Assign(List<string> words)
    {
        var rep = words.FindIndex(w => w.StartsWith('@') || w.StartsWith("<@", StringComparison.Ordinal));
        rep = rep >= 0 ? rep : words.Count - 1;
        return words.Count >= 2 && FunnelParser.Joined([.. words.Where((_, i) => i != rep)]) is { } lead
            ? new FunnelCommand.Assign(lead, words[rep])
            : new FunnelCommand.Incomplete(CommandWord.Assign);
    }

    public static FunnelCommand Pause(List<string> words) =>
        words.Count > 0 ? new FunnelCommand.Pause(words[0], FunnelParser.Joined(words[1..])) : new FunnelCommand.Incomplete(CommandWord.Pause);

    public static FunnelCommand Resume(List<string> words) =>
        words.Count > 0 ? new FunnelCommand.Resume(words[0], FunnelParser.Joined(words[1..])) : new FunnelCommand.Incomplete(CommandWord.Resume);

    public static FunnelCommand Away(List<string> words)
    {
        var spoken = words.Select(w => Until().Replace(w, "")).Where(w => w.Length > 0).ToList();
        var day = spoken.FindIndex(w => DayOf(w) is not null);
        return day >= 0
            ? new FunnelCommand.Away(Whom(spoken[..day]), DayOf(spoken[day])!.Value)
            : new FunnelCommand.Incomplete(CommandWord.Away);
    }

    public static FunnelCommand Back(List<string> words) => new FunnelCommand.Back(Whom(words));

    public static FunnelCommand Suggest(List<string> words) =>
        words.Count > 1 ? new FunnelCommand.Suggest(words[0], FunnelParser.Joined(words[1..])!) : new FunnelCommand.Incomplete(CommandWord.Suggest);

    public static FunnelCommand Rules(List<string> words, string locale)
    {
        if (words.Count == 0)
        {
            return new FunnelCommand.Rules();
        }

        if (CommandText.Normal(words[0]) is "calibration" or "calibrate" or "検証" or "キャリブレーション")
        {
            return CountingParser.Read(words[1..], locale, (period, filters) => new FunnelCommand.RulesCalibration(period ?? PeriodExpression.ThisQuarter, filters));
        }

        if (CommandText.Normal(words[0]) is not ("test" or "テスト" or "確認" or "試行"))
        {
            return Nearest.To(words[0], locale);
        }

        return words is [_, var first, ..] && LeadValue.Of(first) is not null ? new FunnelCommand.RulesTrial([.. words[1..].Select(w => LeadValue.Of(w) ?? new LeadValue(w, ""))])
            : FunnelParser.Joined(words[1..]) is { } lead ? new FunnelCommand.RulesTest(lead)
            : new FunnelCommand.Incomplete(CommandWord.Rules);
    }

    public static FunnelCommand Digest(List<string> words, string locale)
    {
        var preview = words.Count > 0 && CommandText.Normal(words[0]) is ("preview" or "プレビュー" or "下書き");
        return FunnelParser.Alone(new FunnelCommand.DigestPreview(), preview ? words[1..] : words, locale);
    }

    // Nobody named, or oneself.
    private static string? Whom(List<string> words) =>
        FunnelParser.Joined(words) is { } named && CommandText.Normal(named) is not ("me" or "@me" or "自分" or "私") ? named : null;

    public static FunnelCommand Audit(List<string> words, string locale) =>
        words.Count > 0 && CommandText.Normal(words[0]) is ("retry" or "再試行" or "再送")
            ? new FunnelCommand.AuditRetry(FunnelParser.Joined(words[1..]))
            : FunnelParser.Alone(new FunnelCommand.Audit(), words, locale);

    private static DateOnly? DayOf(string word) =>
        PeriodExpression.Parse(word) is PeriodExpression.Named { Unit: PeriodUnit.Day } named ? named.Day : null;

    // "until" and まで say nothing that the day does not say.
    [GeneratedRegex("^(until|till|to)$|まで$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Until();
}
