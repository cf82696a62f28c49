using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.AdaptiveCards.Tests;

/// <summary>Proofs by Microsoft's own package, with a markdown processor that has HTML and bare links switched on.</summary>
[Collection(nameof(RealRendererGroup))]
public sealed class RealRendererTests(RealRenderer real)
{
    /// <summary>Elements that only markdown or HTML could have made; <c>p</c> is what a markdown processor puts around every text.</summary>
    private static readonly HashSet<string> Forbidden = ["a", "img", "script", "em", "code", "pre", "s", "del", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "b", "i", "mark", "at", "table", "br"];

    public static TheoryData<CardKind, string> Kinds => ChatRendererContract.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_card_passes_the_packages_own_validation(CardKind kind, string locale) =>
        Assert.Empty(real.Show(Rendered.Of(SampleCards.Of(kind, locale, HostileLeads.Texts[0]))).Events);

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Where_no_charts_are_known_the_same_is_shown_as_text(string locale)
    {
        var card = SampleCards.Of(CardKind.WeeklySummary, locale, HostileLeads.Texts[0]);
        var charts = Rendered.Of(card, AdaptiveCardView.Default with { HasCharts = true });

        var shown = real.Show(charts);

        Assert.Single(JsonWalk.Objects(charts).OfType("Chart.HorizontalBar"));
        Assert.StartsWith("Unknown element type \"Chart.HorizontalBar\". Fallback", Assert.Single(shown.Events), StringComparison.Ordinal);
        Assert.Equal(real.Show(Rendered.Of(card)).Shown, shown.Shown);
    }

    [Fact]
    public void No_hostile_text_becomes_an_element_of_the_page()
    {
        foreach (var text in HostileLeads.Texts)
        {
            foreach (var kind in Enum.GetValues<CardKind>())
            {
                var shown = real.Show(Rendered.Of(SampleCards.Of(kind, "en", text)));
                Assert.Empty(shown.Events);
                Assert.DoesNotContain(shown.Tags, Forbidden.Contains);
            }
        }
    }

    [Fact]
    public void A_quoted_text_alone_on_its_line_is_shown_to_the_letter()
    {
        foreach (var text in HostileLeads.Texts)
        {
            var literal = LeadText.OneLine(text);
            var shown = real.Show(Rendered.Of(Alone(new Span.Quoted(text)))).Shown;
            Assert.Equal(literal, shown.Single().Replace("\u200B", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Any_text_beside_a_moment_reads_the_same_and_is_never_active() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Markup(), text =>
        {
            var quote = new Span.Quoted(text);
            var shown = real.Show(Rendered.Of(Alone(quote, new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Time))));
            return shown.Events.Count == 0
                && !shown.Tags.Any(tag => Forbidden.Contains(tag) || tag == "strong")
                && SeenText.Of(shown.Shown.Single()).StartsWith(SeenText.Of(LeadText.OneLine(text)), StringComparison.Ordinal);
        }));

    [Theory]
    [InlineData("see //a@e.com")]
    [InlineData("//e.com")]
    [InlineData("/ //e.example/x")]
    [InlineData(".DK")]
    [InlineData(".dk )N$B")]
    public void An_address_without_a_scheme_is_no_link(string text)
    {
        var shown = real.Show(Rendered.Of(Alone(new Span.Quoted(text), new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Time))));
        Assert.DoesNotContain("a", shown.Tags);
    }

    [Fact]
    public void Any_text_of_a_heading_or_a_table_is_never_active() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Markup(), text =>
        {
            var sections = new CardSection[] { new CardSection.Heading(Line.Quote(text)), new CardSection.Grid([new("A"), new("B", true)], [[Line.Quote(text), "1"]]) };
            var shown = real.Show(Rendered.Of(SampleCards.Of(CardKind.Notice, "en", text) with { Sections = sections }));
            return shown.Events.Count == 0 && !shown.Tags.Any(tag => Forbidden.Contains(tag) || tag == "strong");
        }));

    [Fact]
    public void A_form_sends_its_own_answers_under_their_own_names()
    {
        var card = Rendered.Of(SampleCards.Of(CardKind.Handoff, "ja", "x"));
        var answers = new Dictionary<string, string> { ["reject.reason"] = "too_small", ["reject.comment"] = "従業員 5 名", ["pass.comment"] = "not this one" };
        var sent = real.Show(card, new RealPress("reject", "reject.submit", answers)).Sent!;
        Assert.Equal("reject", AdaptiveCardInputs.Verb(sent));
        Assert.NotNull(AdaptiveCardInputs.Handoff(sent));
        Assert.Equal(new Dictionary<string, string> { ["reason"] = "too_small", ["comment"] = "従業員 5 名" }, AdaptiveCardInputs.Read(sent));
    }

    [Fact]
    public void A_required_question_without_an_answer_sends_nothing() =>
        Assert.Null(real.Show(Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x")), new RealPress("reject", "reject.submit", new Dictionary<string, string>())).Sent);

    [Fact]
    public void A_plain_button_sends_its_data_though_other_forms_are_not_filled_in()
    {
        var sent = real.Show(Rendered.Of(SampleCards.Of(CardKind.Handoff, "en", "x")), new RealPress(null, "snooze", new Dictionary<string, string>())).Sent!;
        Assert.Equal("snooze", AdaptiveCardInputs.Verb(sent));
        Assert.Equal(new Dictionary<string, string> { ["clock"] = "accept" }, AdaptiveCardInputs.Read(sent));
    }

    private static Card Alone(params Span[] spans) => SampleCards.Of(CardKind.Notice, "en", "x") with { Sections = [new CardSection.Paragraph(Line.Of(spans))] };

    /// <summary>Texts made of what markdown, HTML, links and dates are made of.</summary>
    private static Arbitrary<string> Markup()
    {
        string[] pieces = ["*", "**", "_", "`", "~~", "[", "]", "(", ")", "](http://e.example)", "!", "<", ">", "<b>", "</b>", "&", "&lt;", "#", "- ", "1. ", "> ", "\n", "  ", "\\", "{{", "}}", "{{DATE(2026-01-01T00:00:00Z)}}", "http://", "www.", "e.example", "a@e.com", "/", ":", "|", "=", "+", "$", "a", "字", "\u200B", "\u202E", "😀", "\uD83D"];
        var made = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));
        return Gen.OneOf(made, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).Where(text => LeadText.OneLine(text).Length > 0).ToArbitrary();
    }
}
