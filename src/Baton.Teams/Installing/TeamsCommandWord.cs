namespace Baton.Teams.Installing;

/// <summary>A command that the app's menu offers, in both languages. What is not in the menu can be typed all the same.</summary>
/// <param name="Title">What is typed, in English.</param>
/// <param name="Description">What it does, in English.</param>
/// <param name="TitleJa">What is typed, in Japanese.</param>
/// <param name="DescriptionJa">What it does, in Japanese.</param>
public sealed record TeamsCommandWord(string Title, string Description, string TitleJa, string DescriptionJa)
{
    /// <summary>All of them, the most wanted first; a list has room for twelve.</summary>
    public static IReadOnlyList<TeamsCommandWord> All { get; } =
    [
        new("funnel mine", "My leads and what is due", "funnel 自分", "自分のリードと期限"),
        new("funnel queue", "Leads that nobody has taken", "funnel 一覧", "受け手のいないリード"),
        new("funnel", "This week's figures", "funnel 今週", "今週の数字"),
        new("funnel reasons", "Why leads were rejected", "funnel 理由", "却下された理由"),
        new("funnel sla", "Response times, met and missed", "funnel sla", "対応期限の達成状況"),
        new("funnel velocity", "From lead to won amount", "funnel 速度", "リードから受注までの速さ"),
        new("funnel lead", "One lead: name, e-mail or id", "funnel リード", "リード1件の詳細"),
        new("funnel rules", "What qualifies, who gets what", "funnel ルール", "判定と割り当てのルール"),
        new("funnel help", "Everything that can be asked", "funnel ヘルプ", "使い方"),
    ];
}
