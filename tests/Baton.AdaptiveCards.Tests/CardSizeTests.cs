using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.AdaptiveCards.Tests;

[Collection(nameof(RealRendererGroup))]
public sealed class CardSizeTests(RealRenderer real)
{
    private static readonly string Huge = string.Concat(HostileLeads.Texts) + new string('"', 5000);

    [Theory]
    [InlineData("en", "… ", " more")]
    [InlineData("ja", "… ほか ", " 件")]
    public void Rows_that_do_not_fit_are_counted_in_the_cards_language(string locale, string before, string after)
    {
        var rows = Enumerable.Range(0, 5000).Select(i => (IReadOnlyList<Line>)[Line.Quote($"Campaign {i}"), $"{i}"]).ToList();
        var json = Card(locale, new CardSection.Grid([new("Campaign"), new("Leads", true)], rows));
        var cells = JsonWalk.Objects(json).OfType("Table").Single()["rows"]!.AsArray();
        var last = cells[^1]!["cells"]![0]!["items"]![0]!["inlines"]![0].Text("text")!;
        Assert.Equal($"{before}{5000 - (cells.Count - 2)}{after}", last);
        Assert.InRange(cells.Count, 20, 202);
        Sound(json);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 20)]
    [InlineData(3000, 60)]
    public void No_amount_of_hostile_text_makes_a_card_too_long_or_invalid(int many, int columns)
    {
        CardSection[] sections =
        [
            new CardSection.Heading(Line.Quote(Huge)),
            new CardSection.Paragraph([.. Enumerable.Repeat(Line.Of(new Span.Quoted(Huge), new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Date), new Span.Plain(Huge)), many)]),
            new CardSection.FactList([.. Enumerable.Repeat(new CardFact(Huge, Line.Quote(Huge)), many)]),
            new CardSection.Grid([.. Enumerable.Repeat(new Column(Huge), columns)], [.. Enumerable.Repeat(Enumerable.Repeat(Line.Quote(Huge), columns).ToList(), many)]),
            new CardSection.Bars([.. Enumerable.Repeat(new Bar(Line.Quote(Huge), double.NaN, Huge), many)]),
        ];
        Sound(Card("en", [.. Enumerable.Repeat(sections, Math.Min(many, 50)).SelectMany(all => all)]));
    }

    [Fact]
    public void Buttons_too_long_for_any_card_are_left_out_and_the_summary_stays()
    {
        var data = new Dictionary<string, string> { ["x"] = new string('x', 40_000) };
        var card = SampleCards.Of(CardKind.Handoff, "en", "x") with { Actions = [new() { Verb = "big", Label = "Big", Data = data }, new() { Verb = "small", Label = "Small" }] };
        var json = Rendered.Of(card);
        Assert.Equal(["small"], JsonWalk.Buttons(json).Select(button => button.Text("verb")));
        Assert.Contains("New lead", json["body"]!.ToJsonString(), StringComparison.Ordinal);
        Sound(json);
    }

    [Fact]
    public void Even_too_many_people_to_refresh_for_do_not_make_it_too_long()
    {
        var view = new AdaptiveCardView { RefreshFor = [.. Enumerable.Range(0, 60).Select(i => new string('9', 1000))] };
        Sound(Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x"), view));
    }

    [Fact]
    public void Any_number_of_rows_of_any_text_fits() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Gen.Choose(0, 900).Zip(ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), sample =>
        {
            var (count, text) = sample;
            var rows = Enumerable.Repeat<IReadOnlyList<Line>>([Line.Quote(text), "1", Line.Quote(text)], count).ToList();
            return !AdaptiveCardLint.Of(Card("ja", new CardSection.Grid([new("A"), new("B", true), new("C")], rows))).Any();
        }));

    private static JsonObject Card(string locale, params CardSection[] sections) =>
        Rendered.Of(SampleCards.Of(CardKind.Handoff, locale, Huge) with { Sections = sections });

    private void Sound(JsonObject json)
    {
        Assert.Empty(AdaptiveCardLint.Of(json));
        Assert.Empty(real.Show(json).Events);
    }
}
