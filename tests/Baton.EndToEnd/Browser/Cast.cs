namespace Baton.EndToEnd.Browser;

/// <summary>Who plays in one language, where, and the words that they read.</summary>
internal sealed record Cast(string Locale, string Country)
{
    public static readonly Cast English = new("en", "Germany")
    {
        Rep = new("alice@baton.example", "Alice Morgan"),
        Colleague = new("ben@baton.example", "Ben Carter"),
        Marketer = new("maria@baton.example", "Maria Lopez"),
        Manager = new("grace@baton.example", "Grace Kim"),
        Sales = "sales-global",
        Summaries = "marketing",
        Accept = "Accept",
        Reject = "Reject",
        History = "History",
        Send = "Send",
        AcceptedBy = "Accepted by {0}",
        RejectedBy = "Rejected by {0}",
        Quicker = "{0} was quicker",
        CommentMissing = "Please add a comment",
        Nudged = "Nobody has taken this lead yet",
        ToManager = "For your attention as manager",
        Summary = "Weekly review",
        Funnel = "Funnel, ",
        Nearest = "Did you mean “reasons”?",
    };

    public static readonly Cast Japanese = new("ja", "Japan")
    {
        Rep = new("aoki@baton.example", "青木 健"),
        Colleague = new("ishii@baton.example", "石井 さくら"),
        Marketer = new("maruyama@baton.example", "丸山 葵"),
        Manager = new("manabe@baton.example", "真鍋 徹"),
        Sales = "sales-japan",
        Summaries = "sales-japan",
        Accept = "受諾",
        Reject = "却下",
        History = "履歴",
        Send = "送信",
        AcceptedBy = "{0} さんが受諾",
        RejectedBy = "{0} さんが却下",
        Quicker = "{0} さんが先に受諾しました",
        CommentMissing = "コメントを入力してください",
        Nudged = "まだ誰も受諾していません",
        ToManager = "マネージャーへのお知らせ",
        Summary = "週次サマリー",
        Funnel = "ファネル ",
        Nearest = "「reasons」のことでしょうか",
    };

    public required Role Rep { get; init; }

    public required Role Colleague { get; init; }

    public required Role Marketer { get; init; }

    public required Role Manager { get; init; }

    /// <summary>The channel in which this pool's leads are offered.</summary>
    public required string Sales { get; init; }

    /// <summary>The channel that gets the weekly summary in this language.</summary>
    public required string Summaries { get; init; }

    public required string Accept { get; init; }

    public required string Reject { get; init; }

    public required string History { get; init; }

    public required string Send { get; init; }

    public required string AcceptedBy { get; init; }

    public required string RejectedBy { get; init; }

    public required string Quicker { get; init; }

    public required string CommentMissing { get; init; }

    public required string Nudged { get; init; }

    public required string ToManager { get; init; }

    public required string Summary { get; init; }

    public required string Funnel { get; init; }

    public required string Nearest { get; init; }

    /// <summary>The cast of a language.</summary>
    public static Cast Of(string locale) => locale == "ja" ? Japanese : English;
}

/// <summary>Somebody of the demo's roster.</summary>
internal sealed record Role(string Email, string Name)
{
    /// <summary>The place of the person's direct messages.</summary>
    public string Direct => "dm-" + Email;
}
