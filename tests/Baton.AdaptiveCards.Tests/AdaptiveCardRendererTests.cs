using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using NodaTime;

namespace Baton.AdaptiveCards.Tests;

public sealed class AdaptiveCardRendererTests
{
    private static readonly DateTimeOffset Nine = new DateTimeOffset(2026, 11, 20, 9, 0, 0, 120, TimeSpan.FromHours(9)).AddTicks(7);

    [Fact]
    public void A_moment_is_a_token_in_utc_without_a_fraction_of_a_second() =>
        Assert.EndsWith("{{DATE(2026-11-20T00:00:00Z, SHORT)}} {{TIME(2026-11-20T00:00:00Z)}}", One(new Span.Moment(Nine, MomentStyle.DateAndTime)).Text("text"), StringComparison.Ordinal);

    [Fact]
    public void A_line_without_a_moment_is_read_by_no_markdown() => Assert.Equal("RichTextBlock", One(new Span.Quoted("*a*")).Text("type"));

    [Fact]
    public void A_heading_is_one_to_a_screen_reader_unless_its_text_would_have_to_be_changed()
    {
        Assert.Equal("heading", Body(new CardSection.Heading(Line.Quote("O'Neill & Söhne %50")))[0].Text("style"));
        Assert.Equal("RichTextBlock", Body(new CardSection.Heading(Line.Quote("A_B")))[0].Text("type"));
    }

    [Theory]
    [InlineData(Tone.Good, "color", "good")]
    [InlineData(Tone.Warning, "color", "warning")]
    [InlineData(Tone.Attention, "color", "attention")]
    [InlineData(Tone.Normal, "color", null)]
    public void A_tone_is_a_colour(Tone tone, string key, string? expected) =>
        Assert.Equal(expected, Body(new CardSection.Paragraph("text", tone))[0]!["inlines"]![0].Text(key));

    [Fact]
    public void Our_own_emphasis_is_kept_beside_a_moment() =>
        Assert.StartsWith("**82** points, ", One(new Span.Plain("82", true), new Span.Plain(" points, "), new Span.Moment(Nine, MomentStyle.Date)).Text("text")!.TrimStart('\u200B'), StringComparison.Ordinal);

    [Fact]
    public void A_link_is_a_button_that_the_client_opens_itself() => Assert.Equal(
        """{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"Open","url":"https://baton.example.com/dashboard/enter?pass=a_-1"}]}""",
        Body(new CardSection.Link("Open", new Uri("https://baton.example.com/dashboard/enter?pass=a_-1")))[0]!.ToJsonString());

    [Theory]
    [InlineData(10, 10, "██████████")]
    [InlineData(5, 10, "█████")]
    [InlineData(1, 80, "▏")]
    [InlineData(0.001, 80, "▏")]
    [InlineData(3, 80, "▍")]
    [InlineData(0, 10, "")]
    [InlineData(double.NaN, 10, "")]
    [InlineData(5, 0, "")]
    [InlineData(double.PositiveInfinity, 10, "██████████")]
    public void A_bar_is_as_long_as_its_share(double value, double largest, string expected) => Assert.Equal(expected, BarText.Of(value, largest));

    [Fact]
    public void A_table_too_broad_for_a_phone_is_turned_and_says_the_same()
    {
        Column[] columns = [new("Clock"), .. Enumerable.Range(1, 7).Select(i => new Column($"Column {i}", true))];
        IReadOnlyList<Line>[] rows = [["Accept", .. Cells("a")], ["Contact", .. Cells("c")]];

        var table = Body(new CardSection.Grid(columns, rows))[0]!;

        Assert.Equal(3, table["columns"]!.AsArray().Count);
        Assert.Equal(["Clock", "Accept", "Contact"], Row(table, 0));
        Assert.Equal(["Column 7", "a7", "c7"], Row(table, 7));
        Assert.Equal(8, table["rows"]!.AsArray().Count);
        Assert.Equal(8, Body(new CardSection.Grid(columns, [.. Enumerable.Repeat(rows[0], GridElement.MostOnPhone)]))[0]!["columns"]!.AsArray().Count);

        static IEnumerable<Line> Cells(string name) => Enumerable.Range(1, 7).Select(i => (Line)$"{name}{i}");
        static IEnumerable<string> Row(JsonNode table, int at) => table["rows"]![at]!["cells"]!.AsArray().Select(cell => cell!["items"]![0]!["inlines"]![0].Text("text")!);
    }

    [Fact]
    public void A_handoffs_card_can_be_refreshed_and_a_report_cannot()
    {
        var refresh = Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x"))["refresh"]!;
        var data = refresh["action"]!["data"]!.AsObject();
        Assert.Equal((AdaptiveCardInputs.RefreshVerb, true), (AdaptiveCardInputs.Verb(data), AdaptiveCardInputs.Handoff(data) is not null));
        Assert.Null(refresh["userIds"]);
        Assert.Null(Rendered.Of(SampleCards.Of(CardKind.Report, "en", "x"))["refresh"]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void At_most_sixty_people_are_named_for_the_refresh(int people, bool named)
    {
        var view = new AdaptiveCardView { RefreshFor = [.. Enumerable.Range(0, people).Select(i => $"29:{i}")] };
        Assert.Equal(named, Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x"), view)["refresh"]!["userIds"] is JsonArray);
    }

    [Fact]
    public void The_spoken_summary_has_times_in_the_views_zone_and_no_markup()
    {
        var card = SampleCards.Of(CardKind.Notice, "ja", "x") with { Summary = Line.Of(new Span.Quoted("<break/> *a*"), new Span.Plain(" "), new Span.Moment(Nine, MomentStyle.Time)) };
        Assert.Equal("＜break/＞ ＊a＊ 9:00", Rendered.Of(card, new AdaptiveCardView { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] }).Text("speak"));
    }

    [Theory]
    [InlineData("en", "Please answer: ")]
    [InlineData("ja", "入力してください: ")]
    public void Texts_of_its_own_are_in_the_cards_language(string locale, string expected)
    {
        var input = JsonWalk.Objects(Rendered.Of(SampleCards.Of(CardKind.Handoff, locale, "x"))).OfType("Input.Date").Single();
        Assert.StartsWith(expected, input.Text("errorMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        var keys = new[] { "More", "Required", "Choose", "Refresh", "InGroup" };
        Assert.All(keys, key => Assert.NotEqual(Texts.Of<AdaptiveCardTexts>("en")[key], Texts.Of<AdaptiveCardTexts>("ja")[key]));
    }

    private static JsonNode One(params Span[] spans) => Body(new CardSection.Paragraph(Line.Of(spans)))[0]!;

    private static JsonArray Body(params CardSection[] sections) =>
        Rendered.Of(SampleCards.Of(CardKind.Report, "en", "x") with { Sections = sections })["body"]!.AsArray();
}
