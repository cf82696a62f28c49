using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

public sealed class SendingWhyTests
{
    private static readonly Place Sales = new("slack", "C1");

    [Fact]
    public void What_Baton_itself_stores_is_told_in_Japanese()
    {
        Assert.Equal("プラットフォーム「slack」は設定されていません（投稿先: slack:C1）。", SendingWhy.Of(Sales, SendingWhy.NotConfigured(Sales), "ja"));
        Assert.Equal("slack:C1 にはメッセージを投稿できません。", SendingWhy.Of(Sales, SendingWhy.NoMessages(Sales), "ja"));
        Assert.Equal("プラットフォームが時間内に応答しませんでした。", SendingWhy.Of(Sales, SendingWhy.NoAnswer, "ja"));
        Assert.Equal("処理が途中で打ち切られました。", SendingWhy.Of(Sales, SendingWhy.CutShort, "ja"));
    }

    [Fact]
    public void Who_reads_English_and_what_others_say_stay_as_they_are()
    {
        Assert.Equal("No platform 'slack' is configured; the place is slack:C1.", SendingWhy.Of(Sales, SendingWhy.NotConfigured(Sales), "en"));
        Assert.Equal("The disk is full.", SendingWhy.Of(Sales, "The disk is full.", "ja"));
    }
}
