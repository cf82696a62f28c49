using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>Buttons as the product has them, with every kind of question.</summary>
public static class SampleForms
{
    /// <summary>The ten buttons of a handoff's card, most wanted first: more than a platform shows at once.</summary>
    public static IReadOnlyList<CardAction> All(bool ja) =>
    [
        new() { Verb = "accept", Label = ja ? "引き受ける" : "Accept", Style = ActionStyle.Primary },
        new() { Verb = "reject", Label = ja ? "却下" : "Reject", Style = ActionStyle.Danger, Form = Reject(ja) },
        new() { Verb = "pass", Label = ja ? "回す" : "Pass on", Form = new(ja ? "回す" : "Pass on", [Comment(ja, required: true)], ja ? "回す" : "Pass on") },
        new() { Verb = "snooze", Label = ja ? "後で" : "Snooze", Data = new Dictionary<string, string> { ["clock"] = "accept" } },
        new() { Verb = "contacted", Label = ja ? "連絡済み" : "Contacted" },
        new() { Verb = "qualified", Label = ja ? "SQL にする" : "Qualified" },
        new() { Verb = "recycle", Label = ja ? "後日に戻す" : "Recycle", Form = Recycle(ja) },
        new() { Verb = "disqualify", Label = ja ? "対象外" : "Disqualify", Style = ActionStyle.Danger },
        new() { Verb = "undo", Label = ja ? "取り消す" : "Undo" },
        new() { Verb = "history", Label = ja ? "履歴" : "History" },
    ];

    /// <summary>Fix and resubmit: what is wrong stands in the form.</summary>
    public static CardAction Fix(bool ja, string value) => new()
    {
        Verb = "fix",
        Label = ja ? "直して再送" : "Fix and resubmit",
        Form = new(
            ja ? "直して再送" : "Fix and resubmit",
            [new FormInput.Text("phone", ja ? "電話番号" : "Phone", true, false, 200, value, "+81 3 0000 0000")],
            ja ? "再送" : "Resubmit"),
    };

    private static CardForm Reject(bool ja) => new(
        ja ? "却下の理由" : "Why reject?",
        [
            new FormInput.Choice("reason", ja ? "理由" : "Reason", true,
            [
                new(ja ? "手続き" : "Procedural", [new("duplicate", ja ? "重複" : "Duplicate"), new("wrong_owner", ja ? "担当違い" : "Wrong owner")]),
                new(ja ? "定義" : "Definitional", [new("too_small", ja ? "規模が小さい" : "Too small"), new("competitor", ja ? "競合" : "Competitor")]),
            ]),
            Comment(ja, required: false),
        ],
        ja ? "却下する" : "Reject");

    private static CardForm Recycle(bool ja) => new(
        ja ? "後日に戻す" : "Recycle",
        [new FormInput.Date("until", ja ? "いつまで" : "Until", true, new DateOnly(2027, 1, 18)), Comment(ja, required: false)],
        ja ? "戻す" : "Recycle");

    private static FormInput.Text Comment(bool ja, bool required) => new("comment", ja ? "コメント" : "Comment", required, true, 500);
}
