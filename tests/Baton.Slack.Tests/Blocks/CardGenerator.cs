using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

/// <summary>Cards of any sections, with texts made of what Slack's markup is made of.</summary>
internal static class CardGenerator
{
    private static readonly string[] Pieces =
    [
        "*", "_", "~", "`", "```", ">", "&gt;", "<", "&lt;", "&", "&amp;", "<!channel>", "<@U1>", "<#C1>", "<!date^1^{date}|x>", "<http://e.example|x>", "http://e.example", "a@e.example",
        ":", ":smile:", ":fire:", "\n", "  ", "|", "^", "{", "}", "- ", "1. ", "• ", "#", "@here", "a", "字", "家族", "\u200B", "\u202E", "😀", "\uD83D", "…",
    ];

    /// <summary>Such texts.</summary>
    public static Arbitrary<string> Texts() => Text.ToArbitrary();

    /// <summary>Such cards, in either language, with buttons.</summary>
    public static Arbitrary<Card> Cards() => (
        from sections in Section.ListOf()
        from summary in Line
        from ja in Gen.Elements(true, false)
        select SampleCards.Of(CardKind.Handoff, ja ? "ja" : "en", "x") with { Sections = [.. sections], Summary = summary }).ToArbitrary();

    private static Gen<string> Text => Gen.OneOf(Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list)), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static Gen<Span> Span => Gen.OneOf(
        Text.Select(text => (Span)new Span.Plain(text)),
        Text.Zip(Gen.Elements(true, false)).Select(both => (Span)new Span.Quoted(both.Item1, both.Item2)),
        Text.Select(text => (Span)new Span.Someone(EmailAddress.Parse("a@example.com"), text)),
        Gen.Choose(-2_000_000_000, 2_000_000_000).Zip(Gen.Elements(Enum.GetValues<MomentStyle>())).Select(both => (Span)new Span.Moment(DateTimeOffset.FromUnixTimeSeconds(both.Item1), both.Item2)));

    private static Gen<Line> Line => Span.ListOf().Select(spans => new Line([.. spans]));

    private static Gen<CardSection> Section => Gen.OneOf(
        Line.Zip(Gen.Choose(1, 2)).Select(both => (CardSection)new CardSection.Heading(both.Item1, both.Item2)),
        Line.ListOf().Zip(Gen.Elements(Enum.GetValues<Tone>())).Select(both => (CardSection)new CardSection.Paragraph([.. both.Item1], both.Item2)),
        Text.Zip(Line).ListOf().Select(facts => (CardSection)new CardSection.FactList([.. facts.Select(fact => new CardFact(fact.Item1, fact.Item2))])),
        Line.ListOf().Select(rows => (CardSection)new CardSection.Grid([new("A"), new("", true)], [.. rows.Select(row => (IReadOnlyList<Line>)[row, row])])),
        Line.ListOf().Select(bars => (CardSection)new CardSection.Bars([.. bars.Select((bar, i) => new Bar(bar, i, $"{i}"))])),
        Gen.Choose(0, 999_999).Select(pass => (CardSection)new CardSection.Link("Open the dashboard", new Uri($"https://baton.example.com/dashboard/enter?pass={pass}"))));
}
