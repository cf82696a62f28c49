using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;
using Baton.Teams.Connector.Credentials;
using Baton.Teams.Sending;

namespace Baton.Teams.Tests.Connector;

public sealed class ToldWhyTests
{
    private static readonly Place Sales = new("teams", "19:sales@thread.tacv2");

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "teams:19:sales@thread.tacv2: Baton が削除またはブロックされたか、この会話がメッセージを受け付けません。アプリをもう一度追加してください。Teams から通知があれば、Baton は再開します。 Teams の説明: No. (MessageWritesBlocked)")]
    [InlineData(404, "Strange", "teams:19:sales@thread.tacv2: もう存在しないか、アドレスがコネクタのものではありません。 Teams の説明: No. (Strange)")]
    [InlineData(400, "Strange", "teams:19:sales@thread.tacv2: Teams が拒否しました。 Teams の説明: No. (Strange)")]
    public void A_refusal_is_told_in_Japanese_with_what_Teams_says_as_it_is(int status, string code, string told)
    {
        var stored = ConnectorErrors.Of<string>(status, new ConnectorError(code, "No.")).ToSendResult(Sales) switch
        {
            SendResult.Gone gone => gone.Why,
            SendResult.Forbidden forbidden => forbidden.Why,
            var other => $"{other}",
        };

        Assert.Equal(told, ToldWhy.Of(stored, "ja"));
        Assert.Equal(stored, ToldWhy.Of(stored, "en"));
    }

    [Fact]
    public void All_that_may_be_stored_is_told_in_Japanese() =>
        Assert.All(ConnectorErrors.Keys.Concat(TokenFailure.Keys), key => Assert.Equal($"a: {Texts.Of<RefusalTexts>("ja")[key]} (b)", ToldWhy.Of($"a: {ToldWhy.Stored[key]} (b)", "ja")));

    [Theory]
    [InlineData("Baton was removed from the team")]
    [InlineData("Baton was removed from it")]
    [InlineData("the channel was deleted")]
    [InlineData("the channel is no longer shared with the team")]
    [InlineData("the team was archived")]
    [InlineData("the team was deleted")]
    public void Why_a_place_is_lost_is_told_in_Japanese(string stored) => Assert.DoesNotContain(ToldWhy.Of(stored, "ja").Replace("Baton", "", StringComparison.Ordinal), char.IsAsciiLetter);

    [Fact]
    public void What_is_not_known_stays_as_it_is() => Assert.Equal("The disk is full.", ToldWhy.Of("The disk is full.", "ja"));
}
