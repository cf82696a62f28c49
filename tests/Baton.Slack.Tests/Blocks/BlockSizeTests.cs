using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockSizeTests
{
    private static readonly string Huge = string.Concat(HostileLeads.Texts) + new string('&', 5000);

    public static TheoryData<CardKind, string> Kinds => ChatRendererContract.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Slack_takes_every_kind_of_card(CardKind kind, string locale) => Sound(SampleCards.Of(kind, locale, HostileLeads.Texts[0]));

    [Fact]
    public void Slack_takes_every_kind_of_card_with_every_hostile_text()
    {
        foreach (var text in HostileLeads.Texts)
        {
            foreach (var kind in Enum.GetValues<CardKind>()) Sound(SampleCards.Of(kind, "ja", text));
        }
    }

    [Theory]
    [InlineData("en", "… 401 more")]
    [InlineData("ja", "… ほか 401 件")]
    public void Rows_that_do_not_fit_are_counted_in_the_cards_language(string locale, string expected)
    {
        var rows = Enumerable.Range(0, 499).Select(i => (IReadOnlyList<Line>)[Line.Quote($"C{i}"), $"{i}"]).ToList();
        var table = Card(locale, new CardSection.Grid([new("Campaign"), new("Leads", true)], rows));
        var cells = Sound(table)[0]!["rows"]!.AsArray();
        Assert.Equal(100, cells.Count);
        Assert.Equal(expected, cells[^1]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void A_hundred_rows_with_their_heading_are_a_row_too_many_and_ninety_nine_are_not()
    {
        Assert.Contains("\"… 2 more\"", Escaped(Rows(100)), StringComparison.Ordinal);
        Assert.DoesNotContain("more", Escaped(Rows(99)), StringComparison.Ordinal);

        static CardSection.Grid Rows(int count) => new([new("A")], [.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<Line>)[$"{i}"])]);
    }

    [Fact]
    public void A_row_is_shown_whole_or_counted()
    {
        var grid = new CardSection.Grid([.. Enumerable.Range(0, 10).Select(i => new Column($"K{i}"))], [.. Enumerable.Range(0, 60).Select(i => Enumerable.Repeat(Line.Quote(new string('x', 30)), 10).ToList())]);
        var blocks = Sound(Card("en", grid, new CardSection.Paragraph("x", Tone.Muted)));
        var cells = blocks[0]!["rows"]!.AsArray();
        var whole = cells.Skip(1).SkipLast(1).Select(row => row!.AsArray().Select(cell => cell!["text"]!.GetValue<string>().Length).Distinct().Single());
        Assert.Equal(30, whole.Distinct().Single());
        Assert.InRange(cells.Count, 25, 28);
        Assert.Equal($"… {60 - (cells.Count - 2)} more", BlockReader.Shown(cells[^1]![0]!));
    }

    [Fact]
    public void Columns_that_do_not_fit_are_counted_in_the_last_one()
    {
        var grid = new CardSection.Grid([.. Enumerable.Range(0, 23).Select(i => new Column($"K{i}"))], []);
        var cells = Sound(Card("en", grid))[0]!["rows"]![0]!.AsArray();
        Assert.Equal(20, cells.Count);
        Assert.Equal("… 4 more", BlockReader.Shown(cells[^1]!).Trim());
    }

    [Fact]
    public void Sections_that_do_not_fit_are_counted()
    {
        var blocks = Sound(Card("en", [.. Enumerable.Range(0, 80).Select(i => new CardSection.Paragraph($"Line {i}"))]) with { Actions = SampleForms.All(false) });
        Assert.Equal((50, "… 32 more", "actions"), (blocks.Count, BlockReader.Shown(blocks[48]!), BlockReader.Type(blocks[49]!.AsObject())));
    }

    [Fact]
    public void A_long_title_is_cut_between_two_characters_as_a_reader_counts_them()
    {
        var title = BlockReader.Shown(Sound(Card("en", new CardSection.Heading(Line.Quote(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 40))))))[0]!);
        Assert.InRange(title.Length, 130, 150);
        Assert.Equal("👩‍👩‍👧‍👦…", title[^12..]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 20)]
    [InlineData(3000, 60)]
    public void No_amount_of_hostile_text_makes_a_message_that_Slack_refuses(int many, int columns)
    {
        CardSection[] sections =
        [
            new CardSection.Heading(Line.Quote(Huge)),
            new CardSection.Paragraph([.. Enumerable.Repeat(Line.Of(new Span.Quoted(Huge), new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Date), new Span.Plain(Huge)), many)], Tone.Muted),
            new CardSection.Paragraph([.. Enumerable.Repeat(Line.Quote(Huge), many)], Tone.Warning),
            new CardSection.FactList([.. Enumerable.Repeat(new CardFact(Huge, Line.Quote(Huge)), many)]),
            new CardSection.Grid([.. Enumerable.Repeat(new Column(Huge), columns)], [.. Enumerable.Repeat(Enumerable.Repeat(Line.Quote(Huge), columns).ToList(), many)]),
            new CardSection.Bars([.. Enumerable.Repeat(new Bar(Line.Quote(Huge), double.NaN, Huge), many)]),
        ];
        foreach (var section in sections) Sound(Card("en", section, section));
        var all = Card("ja", [.. Enumerable.Repeat(sections, Math.Min(many, 50)).SelectMany(some => some)]);
        Sound(all);
        Assert.Empty(BlockKitLint.View(BlockKitModal.Show(all)));
        Assert.Empty(BlockKitLint.View(BlockKitHome.Render(new HomeView(all, [.. Enumerable.Repeat(all with { Actions = SampleForms.All(true) }, 30)], 0))));
    }

    [Fact]
    public void Slack_takes_whatever_a_card_says() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(CardGenerator.Cards(), card =>
        {
            Sound(card);
            return !BlockKitLint.View(BlockKitModal.Show(card)).Any() && !BlockKitLint.View(BlockKitHome.Render(new HomeView(card, [card, card], 2))).Any();
        }));

    private static JsonArray Sound(Card card)
    {
        var message = BlockKitRenderer.Render(card);
        Assert.Empty(BlockKitLint.Message(message.Blocks));
        Assert.InRange(message.Text.Length, 1, 4000);
        return message.Blocks;
    }

    private static string Escaped(CardSection section) => string.Join(' ', BlockReader.Objects(Sound(Card("en", section))).Select(o => $"\"{o["text"]}\""));

    private static Card Card(string locale, params CardSection[] sections) => SampleCards.Of(CardKind.Notice, locale, Huge) with { Sections = sections };
}
