using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockKitRendererTests
{
    public static TheoryData<CardKind, string> Kinds => ChatRendererContract.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Slack_takes_every_kind_of_card(CardKind kind, string locale) =>
        Sound(BlockKitRenderer.Render(SampleCards.Of(kind, locale, HostileLeads.Texts[0])));

    [Fact]
    public void Slack_takes_every_kind_of_card_with_every_hostile_text()
    {
        foreach (var text in HostileLeads.Texts)
        {
            foreach (var kind in Enum.GetValues<CardKind>()) Sound(BlockKitRenderer.Render(SampleCards.Of(kind, "ja", text)));
        }
    }

    private static void Sound(SlackMessage message)
    {
        Assert.Empty(BlockKitLint.Message(message.Blocks));
        Assert.InRange(message.Text.Length, 1, 4000);
    }
}
