using System.Reflection;
using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Funnel.Reports;

public class FunnelReportsTests
{
    [Fact]
    public void Every_command_has_a_word_and_what_facts_can_answer_is_answered()
    {
        var cases = typeof(FunnelCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(FunnelCommand))).ToList();

        Assert.Equal(26, cases.Count);
        foreach (var command in cases.Select(Example))
        {
            var answer = FunnelReports.Answer(command, Scenes.Of([], "en"));
            Assert.Equal(
                command is FunnelCommand.Incomplete or FunnelCommand.Unknown || FunnelReports.Answered.Contains(FunnelReports.WordOf(command)),
                answer is not null);
            Assert.NotEqual("", answer?.Card.Summary.Text());
        }
    }

    [Fact]
    public void Help_shows_every_command_and_each_of_its_examples_is_understood()
    {
        foreach (var word in Enum.GetValues<CommandWord>())
        {
            foreach (var locale in new[] { "en", "ja" })
            {
                var card = HelpReport.Of(new FunnelCommand.Help(word), "en").Card;
                var examples = card.AllText().Where(t => t.StartsWith("For example: /funnel ", StringComparison.Ordinal)).Select(t => t["For example: /funnel ".Length..]).ToList();
                Assert.Equal(2, examples.Count);
                Assert.All(examples, e => Assert.Equal(word, FunnelReports.WordOf(FunnelParser.Parse(e, locale).Command)));
            }
        }
    }

    [Theory]
    [InlineData("en", "reasns", "I do not know “reasns”. Did you mean “reasons”?", "For example: /funnel reasons last week by campaign")]
    [InlineData("ja", "却下りゆう", "「却下りゆう」が分かりませんでした。「却下理由」のことでしょうか。", "例:/funnel 先週の却下理由 キャンペーン別")]
    [InlineData("en", "lead", "Something is missing: /funnel lead <id|email|company>", "For example: /funnel lead sasaki@example.com")]
    public void What_is_not_understood_gets_the_nearest_command_and_an_example(string locale, string text, string line, string example)
    {
        var card = FunnelReports.Answer(FunnelParser.Parse(text, locale).Command, Scenes.Of([], locale))!.Card;

        Assert.Equal(line, card.Summary.Text());
        Assert.Contains(example, card.AllText());
    }

    [Fact]
    public void What_others_wrote_is_always_quoted_and_every_table_is_rectangular()
    {
        string[] commands = ["by campaign", "by segment by source=x", "by rep", "by score", "by team", "reasons", "reasons by team", "sla", "queue", "mine", "lead a", "lead expo", "velocity", "export"];
        string[] hostile = ["<!channel>", "=1+1", "*bold*", "ウェビナー"];
        Prop.ForAll(RandomFacts.Some, facts =>
        {
            foreach (var command in commands)
            {
                var card = FunnelReports.Answer(FunnelParser.Parse(command, "en").Command, Scenes.Of(facts, "en"))!.Card;
                Assert.DoesNotContain(card.Spans().OfType<Span.Plain>(), p => hostile.Any(h => p.Text.Contains(h, StringComparison.Ordinal)));
                Assert.All(card.Sections.OfType<CardSection.Grid>(), g => Assert.All(g.Rows, r => Assert.Equal(g.Columns.Count, r.Count)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void Every_answer_is_the_same_in_JSON_and_in_both_languages()
    {
        var facts = RandomFacts.Many(new Random(7), 60);
        foreach (var command in new[] { "by source", "reasons by campaign", "sla", "queue", "mine", "velocity", "export" })
        {
            var parsed = FunnelParser.Parse(command, "en").Command;
            var (english, japanese) = (FunnelReports.Answer(parsed, Scenes.Of(facts, "en"))!, FunnelReports.Answer(parsed, Scenes.Of(facts, "ja"))!);

            Assert.Equal(JsonSerializer.Serialize(english.Data, english.Data!.GetType()), JsonSerializer.Serialize(japanese.Data, japanese.Data!.GetType()));
            Assert.Equal(("en", "ja"), (english.Card.Locale, japanese.Card.Locale));
            Assert.Equal(english.Card.Sections.Select(s => s.GetType()), japanese.Card.Sections.Select(s => s.GetType()));
        }
    }

    private static FunnelCommand Example(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)[0];
        return (FunnelCommand)constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType switch
        {
            var t when t == typeof(string) => "x",
            var t when t == typeof(PeriodExpression) => PeriodExpression.ThisWeek,
            var t when t == typeof(IReadOnlyList<FactFilter>) => Array.Empty<FactFilter>(),
            var t when t == typeof(IReadOnlyList<LeadValue>) => Array.Empty<LeadValue>(),
            var t when t == typeof(CommandWord) => CommandWord.Lead,
            var t when t == typeof(DateOnly) => new DateOnly(2026, 12, 1),
            _ => (object?)null,
        })]);
    }
}
