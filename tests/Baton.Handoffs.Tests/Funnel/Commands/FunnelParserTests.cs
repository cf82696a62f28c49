using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Funnel.Commands;

public class FunnelParserTests
{
    private static readonly PeriodExpression Week = PeriodExpression.ThisWeek;
    private static readonly PeriodExpression LastMonth = new PeriodExpression.Relative(PeriodUnit.Month, 1);

    public static TheoryData<string, FunnelCommand> Commands => new()
    {
        { "mine", new FunnelCommand.Mine() },
        { "自分", new FunnelCommand.Mine() },
        { "queue", new FunnelCommand.Queue(null) },
        { "一覧 ＠佐藤", new FunnelCommand.Queue("@佐藤") },
        { "queue inside-sales", new FunnelCommand.Queue("inside-sales") },
        { "lead Nishi Kenzai", new FunnelCommand.Lead("Nishi Kenzai") },
        { "リード　西日本建材", new FunnelCommand.Lead("西日本建材") },
        { "lead", new FunnelCommand.Incomplete(CommandWord.Lead) },
        { "assign \"Nishi Kenzai\" @sato", new FunnelCommand.Assign("Nishi Kenzai", "@sato") },
        { "割り当て @佐藤 西日本建材", new FunnelCommand.Assign("西日本建材", "@佐藤") },
        { "assign x@y.example", new FunnelCommand.Incomplete(CommandWord.Assign) },
        { "pause 西日本建材 先方の希望", new FunnelCommand.Pause("西日本建材", "先方の希望") },
        { "resume abc", new FunnelCommand.Resume("abc", null) },
        { "away @sato until 2026-12-01", new FunnelCommand.Away("@sato", new DateOnly(2026, 12, 1)) },
        { "不在 @佐藤 2026年12月1日まで", new FunnelCommand.Away("@佐藤", new DateOnly(2026, 12, 1)) },
        { "away until 2026-12-01", new FunnelCommand.Away(null, new DateOnly(2026, 12, 1)) },
        { "away me until 2026-12-01", new FunnelCommand.Away(null, new DateOnly(2026, 12, 1)) },
        { "不在 自分 2026-12-01 まで", new FunnelCommand.Away(null, new DateOnly(2026, 12, 1)) },
        { "away @sato", new FunnelCommand.Incomplete(CommandWord.Away) },
        { "away", new FunnelCommand.Incomplete(CommandWord.Away) },
        { "back @sato", new FunnelCommand.Back("@sato") },
        { "back", new FunnelCommand.Back(null) },
        { "復帰 私", new FunnelCommand.Back(null) },
        { "suggest 「東 商事」 展示会で会った", new FunnelCommand.Suggest("東 商事", "展示会で会った") },
        { "suggest Acme", new FunnelCommand.Incomplete(CommandWord.Suggest) },
        { "rules", new FunnelCommand.Rules() },
        { "rules test abc", new FunnelCommand.RulesTest("abc") },
        { "基準 テスト 西日本建材", new FunnelCommand.RulesTest("西日本建材") },
        { "rules test", new FunnelCommand.Incomplete(CommandWord.Rules) },
        { "digest preview", new FunnelCommand.DigestPreview() },
        { "週報", new FunnelCommand.DigestPreview() },
        { "週次サマリー", new FunnelCommand.DigestPreview() },
        { "サマリー プレビュー", new FunnelCommand.DigestPreview() },
        { "まとめ", new FunnelCommand.DigestPreview() },
        { "要約 プレビュー", new FunnelCommand.DigestPreview() },
        { "audit", new FunnelCommand.Audit() },
        { "監査", new FunnelCommand.Audit() },
        { "audit retry", new FunnelCommand.AuditRetry(null) },
        { "監査 再試行 console:sales", new FunnelCommand.AuditRetry("console:sales") },
        { "dashboard", new FunnelCommand.Dashboard() },
        { "設定", new FunnelCommand.Settings() },
        { "help", new FunnelCommand.Help(null) },
        { "ヘルプ 理由", new FunnelCommand.Help(CommandWord.Reasons) },
        { "help reasens", new FunnelCommand.Help(CommandWord.Reasons) },
        { "last wek", new FunnelCommand.Unknown("last wek", "last week", CommandWord.Overview) },
        { "by sorce", new FunnelCommand.Unknown("sorce", "source", CommandWord.Overview) },
        { "reasons by", new FunnelCommand.Incomplete(CommandWord.Overview) },
        { "ルール aaa", new FunnelCommand.Unknown("aaa", "away", CommandWord.Away) },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_is_read_in_both_languages(string text, FunnelCommand expected) =>
        Assert.Equal(expected, FunnelParser.Parse(text, "en").Command);

    [Theory]
    [InlineData("rules calibration", PeriodUnit.Quarter, 0, null)]
    [InlineData("rules calibration last month source=web", PeriodUnit.Month, 1, "web")]
    [InlineData("基準 検証 先月", PeriodUnit.Month, 1, null)]
    [InlineData("ルール 検証 先月の流入元=web", PeriodUnit.Month, 1, "web")]
    public void Calibration_takes_a_period_and_filters_and_means_the_quarter_else(string text, PeriodUnit unit, int back, string? source)
    {
        var command = Assert.IsType<FunnelCommand.RulesCalibration>(FunnelParser.Parse(text, "en").Command);

        Assert.Equal(new PeriodExpression.Relative(unit, back), command.Period);
        Assert.Equal(source, command.Filters.SingleOrDefault()?.Value);
    }

    [Theory]
    [InlineData("rules calibration lats month", "lats")]
    [InlineData("rules calibration by source", "by")]
    [InlineData("rules calibration reasons", "reasons")]
    public void Calibration_takes_nothing_else(string text, string word) =>
        Assert.Equal(new FunnelCommand.Unknown(word, "last month", CommandWord.Rules), FunnelParser.Parse(text, "en").Command);

    [Theory]
    [InlineData("reasons last month by campaign")]
    [InlineData("last month reasons by campaign")]
    [InlineData("先月 理由 キャンペーン別")]
    [InlineData("先月の理由　キャンペーン別")]
    [InlineData("却下理由 先月 by キャンペーン")]
    [InlineData("rejections last month by campaign")]
    [InlineData("先月の却下 キャンペーン別")]
    public void Period_command_and_dimension_come_in_any_order(string text)
    {
        var reasons = Assert.IsType<FunnelCommand.Reasons>(FunnelParser.Parse(text, "ja").Command);

        Assert.Equal((LastMonth, Dimension.Campaign), (reasons.Period, reasons.By));
    }

    [Theory]
    [InlineData("campaign=\"2026 Autumn Expo\" ｓｏｕｒｃｅ＝web 2026-10")]
    [InlineData("キャンペーン=「2026 Autumn Expo」 流入元=web 2026年10月")]
    public void Filters_may_be_quoted_and_full_width(string text)
    {
        var overview = Assert.IsType<FunnelCommand.Overview>(FunnelParser.Parse(text, "en").Command);

        Assert.Equal([new FactFilter(Dimension.Campaign, "2026 Autumn Expo"), new FactFilter(Dimension.Source, "web")], overview.Filters);
        Assert.Equal(new PeriodExpression.Named(PeriodUnit.Month, new DateOnly(2026, 10, 1)), overview.Period);
    }

    [Theory]
    [InlineData("rules test company=\"Acme Corp\" country=JP odd")]
    [InlineData("ルール 試行 company=「Acme Corp」 ｃｏｕｎｔｒｙ＝JP odd")]
    public void Values_of_a_made_up_lead_may_be_quoted_and_full_width(string text)
    {
        var trial = Assert.IsType<FunnelCommand.RulesTrial>(FunnelParser.Parse(text, "en").Command);

        Assert.Equal([new LeadValue("company", "Acme Corp"), new LeadValue("country", "JP"), new LeadValue("odd", "")], trial.Values);
    }

    [Theory]
    [InlineData("share sla")]
    [InlineData("sla SHARE")]
    [InlineData("SLA 共有")]
    public void Share_may_stand_anywhere(string text)
    {
        var request = FunnelParser.Parse(text, "en");

        Assert.True(request.Share);
        Assert.IsType<FunnelCommand.Sla>(request.Command);
        Assert.False(FunnelParser.Parse("sla", "en").Share);
    }

    [Theory]
    [InlineData("reasns", "en", "reasons", CommandWord.Reasons)]
    [InlineData("velocty", "en", "velocity", CommandWord.Velocity)]
    [InlineData("ダッシュボド", "ja", "ダッシュボード", CommandWord.Dashboard)]
    [InlineData("却下リユウ", "ja", "却下理由", CommandWord.Reasons)]
    [InlineData("§§§", "en", "help", CommandWord.Help)]
    [InlineData("§§§", "ja", "ヘルプ", CommandWord.Help)]
    public void An_unknown_word_gets_the_nearest_known_one(string text, string locale, string nearest, CommandWord command) =>
        Assert.Equal(new FunnelCommand.Unknown(text, nearest, command), FunnelParser.Parse(text, locale).Command);

    [Fact]
    public void A_bare_command_asks_for_this_week()
    {
        var overview = Assert.IsType<FunnelCommand.Overview>(FunnelParser.Parse("  ", "en").Command);

        Assert.Equal((Week, null), (overview.Period, overview.By));
        Assert.Equal(PeriodExpression.ThisQuarter, Assert.IsType<FunnelCommand.Velocity>(FunnelParser.Parse("velocity", "en").Command).Period);
        Assert.Equal(LastMonth, Assert.IsType<FunnelCommand.Export>(FunnelParser.Parse("export last month", "en").Command).Period);
    }

    [Fact]
    public void Any_text_at_all_becomes_a_command()
    {
        string[] parts = ["reasons", "last", "by", "=", "source=", "\"", "「", "@", "の", "..", "から", "2026-W53", "2999", "\ud800", "\uFFFE", "まで", "away", "rules", "lead", "共有", "１", "月", "別", "\0", "🙂"];
        var mixed = Gen.Elements(parts).ListOf().Select(list => string.Join(' ', list));
        var glued = Gen.Elements(parts).ListOf().Select(list => string.Concat(list));
        var any = ArbMap.Default.GeneratorFor<string>();
        var now = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

        Prop.ForAll(Gen.OneOf(mixed, glued, any).ToArbitrary(), text =>
        {
            var command = FunnelParser.Parse(text, "ja").Command;
            return command is not FunnelCommand.Overview overview || overview.Period.In(now, NodaTime.DateTimeZone.Utc).To > DateTimeOffset.MinValue;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
