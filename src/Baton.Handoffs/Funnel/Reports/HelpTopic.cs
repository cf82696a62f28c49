using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What help says of a command: how it is written, and an example in each language.</summary>
internal sealed record HelpTopic(CommandWord Command, string Usage, string En, string Ja)
{
    /// <summary>Every command in the order of help. A test parses each example.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new(CommandWord.Overview, "[period] [by source|campaign|rep|team|segment|score|region] [source=…]", "last month by source", "先月 ソース別"),
        new(CommandWord.Reasons, "reasons [period] [by …] [campaign=…]", "reasons last week by campaign", "先週の却下理由 キャンペーン別"),
        new(CommandWord.Sla, "sla [period] [pool=…]", "sla this week", "今週の対応期限"),
        new(CommandWord.Velocity, "velocity [period]", "velocity 2026-Q3", "ベロシティ 2026年第3四半期"),
        new(CommandWord.Queue, "queue [@rep|pool]", "queue inside-sales", "一覧 @佐藤"),
        new(CommandWord.Mine, "mine", "mine", "自分"),
        new(CommandWord.Lead, "lead <id|email|company>", "lead sasaki@example.com", "リード 西日本建材"),
        new(CommandWord.Assign, "assign <lead> @rep", "assign \"Acme Corp\" @sato", "割り当て 西日本建材 @佐藤"),
        new(CommandWord.Pause, "pause <lead> <why>", "pause \"Acme Corp\" asked to call in May", "一時停止 西日本建材 先方のご都合"),
        new(CommandWord.Resume, "resume <lead> [why]", "resume \"Acme Corp\"", "再開 西日本建材"),
        new(CommandWord.Away, "away [@rep] until <date>", "away @sato until 2026-12-01", "不在 @佐藤 2026年12月1日まで"),
        new(CommandWord.Back, "back [@rep]", "back @sato", "復帰 @佐藤"),
        new(CommandWord.Suggest, "suggest <company> <why>", "suggest \"Acme Corp\" met at the expo", "提案 西日本建材 展示会で相談あり"),
        new(CommandWord.Rules, "rules [test <lead>|test company=… score=…|calibration [period]]", "rules test \"Acme Corp\"", "基準 テスト 国=JP スコア=80"),
        new(CommandWord.Digest, "digest preview", "digest preview", "週報 プレビュー"),
        new(CommandWord.Audit, "audit [retry [place|id]]", "audit retry", "監査 再試行"),
        new(CommandWord.Export, "export [period] [source=…]", "export 2026-10", "出力 2026年10月"),
        new(CommandWord.Dashboard, "dashboard", "dashboard", "ダッシュボード"),
        new(CommandWord.Settings, "settings", "settings", "設定"),
        new(CommandWord.Help, "help [topic]", "help reasons", "ヘルプ 理由"),
    ];

    /// <summary>The example in a language, as it is typed.</summary>
    public string Example(string locale) => $"/funnel {(locale == "ja" ? Ja : En)}";

    /// <summary>What the command answers or does.</summary>
    public string Text(Texts texts) => Command switch
    {
        CommandWord.Overview => texts["HelpOverview"],
        CommandWord.Reasons => texts["HelpReasons"],
        CommandWord.Sla => texts["HelpSla"],
        CommandWord.Velocity => texts["HelpVelocity"],
        CommandWord.Queue => texts["HelpQueue"],
        CommandWord.Mine => texts["HelpMine"],
        CommandWord.Lead => texts["HelpLead"],
        CommandWord.Assign => texts["HelpAssign"],
        CommandWord.Pause => texts["HelpPause"],
        CommandWord.Resume => texts["HelpResume"],
        CommandWord.Away => texts["HelpAway"],
        CommandWord.Back => texts["HelpBack"],
        CommandWord.Suggest => texts["HelpSuggest"],
        CommandWord.Rules => texts["HelpRules"],
        CommandWord.Digest => texts["HelpDigest"],
        CommandWord.Audit => texts["HelpAudit"],
        CommandWord.Export => texts["HelpExport"],
        CommandWord.Dashboard => texts["HelpDashboard"],
        CommandWord.Settings => texts["HelpSettings"],
        _ => texts["HelpHelp"],
    };

    /// <summary>The topic of a command.</summary>
    public static HelpTopic Of(CommandWord command) => All.First(t => t.Command == command);
}
