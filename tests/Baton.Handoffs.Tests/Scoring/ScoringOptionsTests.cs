using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Tests.Scoring;

public sealed class ScoringOptionsTests
{
    [Fact]
    public void The_defaults_are_right() => Assert.Empty(new ScoringOptions().Validate());

    [Fact]
    public void A_threshold_out_of_range_is_named_with_key_value_and_range()
    {
        Assert.Equal(["Scoring:Threshold is '101', but must be a whole number from 0 to 100.", "Scoring:HotThreshold is '85', but must be a whole number from 100 to 100."], new ScoringOptions { Threshold = 101 }.Validate());
        Assert.Equal(["Scoring:HotThreshold is '59', but must be a whole number from 60 to 100."], new ScoringOptions { HotThreshold = 59 }.Validate());
    }

    [Fact]
    public void A_required_field_must_exist() =>
        Assert.StartsWith("Scoring:RequiredFields:0 is 'contact.mail', but must be one of externalId,", Assert.Single(new ScoringOptions { RequiredFields = ["contact.mail"] }.Validate()), StringComparison.Ordinal);

    public static TheoryData<ScoreRule, string> WrongRules => new()
    {
        { new ScoreRule { Points = 1, Field = "source", Is = ["*"] }, "Scoring:Attributes:0:Name is ''" },
        { new ScoreRule { Name = "r", Points = 101, Field = "source", Is = ["*"] }, "Scoring:Attributes:0:Points is '101', but must be a whole number from -100 to 100." },
        { new ScoreRule { Name = "r", Field = "titel", Is = ["*"] }, "Scoring:Attributes:0:Field is 'titel'" },
        { new ScoreRule { Name = "r", Field = "source" }, "Scoring:Attributes:0:Field is 'source', but must be used with Is" },
        { new ScoreRule { Name = "r", Field = "source", Is = ["*"], Kinds = ["form"] }, "Scoring:Attributes:0:Field is 'source', but must be left out" },
        { new ScoreRule { Name = "r", Field = "score", Min = 5, Max = 4 }, "Scoring:Attributes:0:Min is '5', but must be at most Max, which is 4." },
        { new ScoreRule { Name = "r" }, "Scoring:Attributes:0:Kinds is ''" },
        { new ScoreRule { Name = "r", Kinds = ["form"], Is = ["x"] }, "Scoring:Attributes:0:Kinds is 'form', but must be used without Is" },
        { new ScoreRule { Name = "r", Kinds = ["form"], MinCount = 0 }, "Scoring:Attributes:0:MinCount is '0'" },
        { new ScoreRule { Name = "r", Kinds = ["form"], WithinDays = 4000 }, "Scoring:Attributes:0:WithinDays is '4000'" },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void A_wrong_rule_is_named_by_its_key(ScoreRule rule, string error) =>
        Assert.StartsWith(error, Assert.Single(new ScoringOptions { Attributes = [rule] }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Two_rules_of_one_name_would_make_the_trace_ambiguous() =>
        Assert.Equal(
            ["Scoring:Behaviour:Name is 'r', but must be unique within its part."],
            new ScoringOptions { Behaviour = [new ScoreRule { Name = "r", Kinds = ["form"] }, new ScoreRule { Name = "R", Kinds = ["page"] }] }.Validate());
}
