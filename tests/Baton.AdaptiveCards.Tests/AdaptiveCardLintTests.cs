using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests;

public sealed class AdaptiveCardLintTests
{
    public static TheoryData<CardKind, string> Kinds => ChatRendererContract.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_card_keeps_what_the_schema_does_not_say(CardKind kind, string locale) =>
        Assert.Empty(AdaptiveCardLint.Of(Rendered.Of(SampleCards.Of(kind, locale, HostileLeads.Texts[0]))));

    [Fact]
    public void Every_hostile_text_keeps_what_the_schema_does_not_say() =>
        Assert.All(SampleCards.Hostile, card => Assert.Empty(AdaptiveCardLint.Of(Rendered.Of(card))));

    [Fact]
    public void The_lint_finds_what_it_is_there_for()
    {
        var card = Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x"));
        card["version"] = "1.6";
        card["fallbackText"] = "{{DATE(2026-11-20T00:00:00.0000000Z)}}";
        foreach (var button in JsonWalk.Buttons(card)) button["id"] = "same";
        foreach (var input in JsonWalk.Objects(card).OfType("Input.Text")) input.Remove("label");
        foreach (var button in JsonWalk.Objects(card)) button.Remove("mode");
        var found = string.Join('\n', AdaptiveCardLint.Of(card));
        Assert.All(["version", "'same' is not unique", "lacks id", "six buttons", "a date token in AdaptiveCard", "shown raw"], fault => Assert.Contains(fault, found, StringComparison.Ordinal));
    }
}
