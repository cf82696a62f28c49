using System.Collections.Frozen;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>Every word that names a command or asks for sharing. The first of each language is the one that is suggested.</summary>
internal static class Vocabulary
{
    private static readonly (CommandWord Command, string[] Words)[] Table =
    [
        (CommandWord.Overview, ["funnel", "overview", "ファネル", "概要", "全体"]),
        (CommandWord.Reasons, ["reasons", "reason", "rejections", "rejected", "rejects", "理由", "却下理由", "却下"]),
        (CommandWord.Sla, ["sla", "clocks", "期限", "対応期限"]),
        (CommandWord.Velocity, ["velocity", "ベロシティ", "速度"]),
        (CommandWord.Queue, ["queue", "list", "open", "一覧", "未対応", "キュー"]),
        (CommandWord.Mine, ["mine", "my", "自分", "自分の分", "マイ"]),
        (CommandWord.Lead, ["lead", "リード"]),
        (CommandWord.Assign, ["assign", "割り当て", "割当", "担当変更"]),
        (CommandWord.Pause, ["pause", "一時停止", "停止", "保留"]),
        (CommandWord.Resume, ["resume", "再開"]),
        (CommandWord.Away, ["away", "不在", "離席"]),
        (CommandWord.Back, ["back", "復帰"]),
        (CommandWord.Suggest, ["suggest", "提案"]),
        (CommandWord.Rules, ["rules", "rule", "ルール", "基準"]),
        (CommandWord.Digest, ["digest", "summary", "ダイジェスト", "週報", "週次", "サマリー", "週次サマリー", "まとめ", "要約"]),
        (CommandWord.Audit, ["audit", "監査", "記録"]),
        (CommandWord.Export, ["export", "csv", "出力", "エクスポート"]),
        (CommandWord.Dashboard, ["dashboard", "ダッシュボード"]),
        (CommandWord.Settings, ["settings", "設定"]),
        (CommandWord.Help, ["help", "?", "ヘルプ", "使い方"]),
    ];

    private static readonly FrozenDictionary<string, CommandWord> ByWord =
        Table.SelectMany(row => row.Words.Select(word => (word, row.Command))).ToFrozenDictionary(p => p.word, p => p.Command, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Sharing = new[] { "share", "--share", "共有" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every command's words.</summary>
    public static IEnumerable<(string Word, CommandWord Command)> All => ByWord.Select(p => (p.Key, p.Value));

    /// <summary>The command of a word, or null.</summary>
    public static CommandWord? Find(string word) => ByWord.TryGetValue(CommandText.Normal(word), out var command) ? command : null;

    /// <summary>Whether a word asks for everybody to see the answer.</summary>
    public static bool IsShare(string word) => Sharing.Contains(CommandText.Normal(word));

    /// <summary>The words of a command in English and Japanese, as help lists them.</summary>
    public static IReadOnlyList<string> WordsOf(CommandWord command) => Table.First(row => row.Command == command).Words;
}
