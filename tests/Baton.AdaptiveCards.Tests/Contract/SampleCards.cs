using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>One rich card of every kind in both languages, with a stranger's text wherever a card has room for it.</summary>
public static class SampleCards
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, 123, TimeSpan.FromHours(9));

    /// <summary>The one address that the cards link to.</summary>
    public static readonly Uri Ours = new("https://baton.example.com/dashboard/enter?pass=abc_-123&x=<1>");

    /// <summary>All of them.</summary>
    public static IEnumerable<Card> All =>
        from locale in new[] { "en", "ja" }
        from kind in Enum.GetValues<CardKind>()
        select Of(kind, locale, HostileLeads.Texts[0]);

    /// <summary>The handoff's card in English, once for every hostile text.</summary>
    public static IEnumerable<Card> Hostile => HostileLeads.Texts.Select(text => Of(CardKind.Handoff, "en", text));

    /// <summary>A card of that kind that quotes that text.</summary>
    public static Card Of(CardKind kind, string locale, string quoted)
    {
        var ja = locale == "ja";
        return new Card
        {
            Kind = kind,
            Locale = locale,
            Summary = Line.Of(new Span.Plain(ja ? "新しいリード: " : "New lead: "), new Span.Quoted(quoted)),
            Sections = Sections(kind, ja, quoted),
            Actions = kind switch
            {
                CardKind.Handoff => SampleForms.All(ja),
                CardKind.Nudge => [.. SampleForms.All(ja).Take(4)],
                CardKind.Feedback => [SampleForms.Fix(ja, "03-3489-2278")],
                _ => [],
            },
            Handoff = kind is CardKind.WeeklySummary or CardKind.Report or CardKind.Help ? null : HandoffId.For("hubspot", "51000001"),
            Version = 3,
        };
    }

    private static CardSection[] Sections(CardKind kind, bool ja, string quoted) => kind switch
    {
        CardKind.Handoff or CardKind.Nudge => [.. Lead(ja, quoted)],
        CardKind.WeeklySummary or CardKind.Report => [.. Report(ja, quoted)],
        CardKind.Help => [new CardSection.Heading(ja ? "使い方" : "Help"), new CardSection.Paragraph([ja ? "/funnel 今週 - 今週の数字" : "/funnel week - this week's numbers", "/funnel lead <id|email>"])],
        _ => [new CardSection.Heading(Line.Quote(quoted, strong: true), 2), new CardSection.Paragraph(Who(ja, quoted), Tone.Muted)],
    };

    private static IEnumerable<CardSection> Lead(bool ja, string quoted) =>
    [
        new CardSection.Heading(Line.Quote("西日本建材株式会社")),
        new CardSection.Paragraph(Line.Of(new Span.Quoted(quoted), new Span.Plain(" · "), new Span.Quoted("購買部 主任"))),
        new CardSection.FactList(
        [
            new(ja ? "スコア" : "Score", Line.Of(new Span.Plain("82", Strong: true), new Span.Plain(ja ? " = 属性 24 + 行動 33 + 反応 25" : " = fit 24 + behaviour 33 + engagement 25"))),
            new(ja ? "キャンペーン" : "Campaign", Line.Quote(quoted)),
            new(ja ? "引き受け期限" : "Accept by", Line.Of(new Span.Moment(Noon, MomentStyle.DateAndTime), new Span.Plain(ja ? "（残り 2.5 時間）" : " (2.5 h left)"))),
            new(ja ? "最近の行動" : "Last seen", Line.Of(new Span.Quoted(quoted), new Span.Plain(", ", Strong: true), new Span.Moment(Noon.AddDays(-1), MomentStyle.Date))),
            new(ja ? "電話" : "Phone", ""),
        ]),
        new CardSection.Paragraph(ja ? "重複の可能性があります" : "Possible duplicate", Tone.Warning),
        new CardSection.Paragraph([Who(ja, quoted)], Tone.Attention),
    ];

    private static IEnumerable<CardSection> Report(bool ja, string quoted) =>
    [
        new CardSection.Heading(ja ? "今週のまとめ" : "This week"),
        new CardSection.Grid(
            [new(ja ? "キャンペーン" : "Campaign"), new(ja ? "渡した" : "Handed over", true), new(ja ? "受諾" : "Accepted", true)],
            [[Line.Quote(quoted), "42", "31 (74 %)"], [Line.Quote("2026 Autumn Expo"), "18", "9"], ["–", "", "0"]]),
        new CardSection.Heading(ja ? "却下の理由" : "Why rejected", 2),
        new CardSection.Bars([new(ja ? "規模が小さい" : "Too small", 12, "12"), new(Line.Quote(quoted), 5, "5"), new(ja ? "競合" : "Competitor", 0, "0")]),
        new CardSection.Paragraph([ja ? "フォロー率は 80 % を超えました。" : "Follow-up is above 80 %."], Tone.Good),
        new CardSection.Paragraph([Line.Of(new Span.Plain(ja ? "次の会議: " : "Next review: "), new Span.Moment(Noon.AddDays(7), MomentStyle.Time))], Tone.Muted),
        new CardSection.Link(ja ? "ダッシュボードを開く" : "Open the dashboard", Ours),
    ];

    private static Line Who(bool ja, string quoted) => Line.Of(
        new Span.Someone(EmailAddress.Parse("tanaka@example.com"), "田中 _様_"),
        new Span.Plain(ja ? " が却下しました: " : " rejected it: "),
        new Span.Quoted(quoted),
        new Span.Plain(" – "),
        new Span.Moment(Noon, MomentStyle.DateAndTime));
}
