using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.Platform;

/// <summary>Small cards and their places.</summary>
internal static class Cards
{
    public static Card Of(string text) =>
        new() { Kind = CardKind.Notice, Locale = "en", Summary = Line.Plain(text), Sections = [new CardSection.Paragraph(Line.Plain(text))] };

    public static Place At(WorkspaceChannel channel) => new("slack", channel.Id);
}
