using System.Text.RegularExpressions;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Tests.Scoring;

public sealed partial class ScoreNamesTests
{
    public static TheoryData<string> Known => [.. ScoreNames.Known];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_rule_that_Baton_named_is_called_so_in_English_and_has_a_Japanese_name(string rule)
    {
        Assert.Equal(rule, ScoreNames.Rule(rule, "en"));
        Assert.Matches(Japanese(), ScoreNames.Rule(rule, "ja-JP"));
    }

    [Fact]
    public void A_rule_that_the_company_named_keeps_its_name() => Assert.Equal("met at the fair", ScoreNames.Rule("met at the fair", "ja"));

    [Fact]
    public void Every_part_has_a_Japanese_name() =>
        Assert.Equal(["属性", "行動", "エンゲージメント"], new ScoringOptions().EffectiveParts.Select(p => ScoreNames.Part(p.Name, "ja")));

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();
}
