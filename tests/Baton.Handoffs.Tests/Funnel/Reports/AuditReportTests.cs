using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Funnel.Reports;

public sealed class AuditReportTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 17, 1, 0, 0, TimeSpan.Zero);
    private static readonly HandoffId Id = HandoffId.For("web", "1");

    [Theory]
    [InlineData("en", "3 deliveries stand still", "Place", "the place takes no messages; goes on by itself when it does again", "it failed too often; retry when the platform works again", "being tried again", "/funnel audit retry")]
    [InlineData("ja", "停止中の配信: 3 件", "投稿先", "投稿先が利用できません（復旧後に自動で再開します）", "失敗が続きました（プラットフォームの復旧後に再送してください）", "再送中", "/funnel audit retry")]
    public void What_stands_still_is_counted_by_place_and_cause_with_what_frees_it(string locale, string summary, string place, string lost, string failed, string again, string hint)
    {
        var card = AuditReport.Of(
            [
                Stuck("a", "slack:C1", StuckCause.PlaceLost, "is_archived"),
                Stuck("b", "slack:C1", StuckCause.PlaceLost, "is_archived") with { Since = Since.AddHours(1) },
                Stuck("c", "slack:C2", StuckCause.TriedTooOften, "503") with { RetriedAt = Since.AddHours(2) },
            ],
            Scenes.Of([], locale)).Card;

        Assert.Equal(summary, card.Summary.Text());
        Assert.Equal(["slack:C1", lost, "2", Since.ToString("O")], card.Row(place, "slack:C1"));
        Assert.Equal(["slack:C2", failed, "1", Since.ToString("O")], card.Row(place, "slack:C2"));
        Assert.Contains("is_archived", card.AllText());
        Assert.Contains(again, card.AllText());
        Assert.DoesNotContain("503", card.AllText());
        Assert.Contains(card.AllText(), t => t.Contains(hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "card", "feedback", "message", "the platform refuses it", "what it tells of is missing")]
    [InlineData("ja", "カード", "フィードバック", "メッセージ", "プラットフォームが拒否しています", "内容が見つかりません")]
    public void What_it_is_and_every_cause_have_words_of_their_own(string locale, string card, string feedback, string message, string refused, string broken)
    {
        var told = AuditReport.Of(
            [
                Stuck("a", "slack:C1", StuckCause.Refused, "") with { Kind = "showCard" },
                Stuck("b", "slack:C1", StuckCause.Broken, "") with { Kind = "feedback" },
                Stuck("c", "slack:C1", StuckCause.Broken, "") with { Kind = "tell" },
            ],
            Scenes.Of([], locale)).Card.AllText().ToList();

        Assert.All([card, feedback, message], word => Assert.Contains(word, told));
        Assert.All([refused, broken], start => Assert.Contains(told, t => t.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en", "Nothing stands still: everything is delivered or on its way.")]
    [InlineData("ja", "停止中の配信はありません。すべて配信済み、または配信中です。")]
    public void Nothing_to_mend_is_good_news(string locale, string line)
    {
        var card = AuditReport.Of([], Scenes.Of([], locale)).Card;

        Assert.Equal(line, card.Summary.Text());
        Assert.Equal(Tone.Good, Assert.Single(card.Sections.OfType<CardSection.Paragraph>()).Tone);
    }

    [Theory]
    [InlineData("en", "2 more")]
    [InlineData("ja", "ほか2件")]
    public void Only_the_ten_longest_are_listed_and_all_are_counted(string locale, string more)
    {
        var report = AuditReport.Of([.. Enumerable.Range(0, 12).Select(n => Stuck($"{n}", "slack:C1", StuckCause.Refused, $"why {n}"))], Scenes.Of([], locale));

        var told = report.Card.AllText().ToList();
        Assert.Contains("why 9", told);
        Assert.DoesNotContain("why 10", told);
        Assert.Contains(more, told);
        Assert.Equal(12, Assert.IsType<AuditFigures>(report.Data).Total);
    }

    [Theory]
    [InlineData("en", "2 deliveries go again.", "Nothing of slack:C9 stands still.")]
    [InlineData("ja", "2 件の配信を再開しました。", "slack:C9 に停止中の配信はありません。")]
    public void A_retry_tells_how_many_go_or_that_nothing_of_that_name_stands_still(string locale, string going, string nothing)
    {
        Assert.StartsWith(going, AuditReport.Going(2, "slack:C1", Scenes.Of([], locale)).Card.Summary.Text(), StringComparison.Ordinal);
        Assert.StartsWith(nothing, AuditReport.Going(0, "slack:C9", Scenes.Of([], locale)).Card.Summary.Text(), StringComparison.Ordinal);
    }

    private static StuckEffect Stuck(string effect, string place, StuckCause cause, string why) => new(Id, effect, "showCard", Place.Parse(place), cause, why, Since);
}
