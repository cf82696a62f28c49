using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockKitRendererTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_facts_stand_below_the_title_and_the_state_and_the_buttons_last()
    {
        var blocks = Blocks(SampleCards.Of(CardKind.Handoff, "en", "x"));
        Assert.Equal(["header", "rich_text", "rich_text", "rich_text", "rich_text", "actions"], blocks.Select(BlockReader.Type));
        Assert.Contains("Score: 82", BlockReader.Shown(blocks[2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tone.Good, "white_check_mark")]
    [InlineData(Tone.Warning, "warning")]
    [InlineData(Tone.Attention, "red_circle")]
    public void A_tone_has_a_sign_of_its_own(Tone tone, string emoji)
    {
        var elements = BlockReader.Objects(Blocks(Notice(new CardSection.Paragraph("Late", tone)))[0]);
        Assert.Equal(emoji, elements.Single(o => BlockReader.Type(o) == "emoji")["name"]!.GetValue<string>());
    }

    [Fact]
    public void A_link_of_ours_is_an_element_of_its_own_whose_address_no_markup_is_read_in() => Assert.Equal(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"https://baton.example.com/dashboard/enter?pass=a_-1","text":"Open"}]}],"block_id":"3.0"}""",
        Blocks(Notice(new CardSection.Link("Open", new Uri("https://baton.example.com/dashboard/enter?pass=a_-1")))).Single().ToJsonString());

    [Fact]
    public void A_sign_never_stands_alone() => Assert.Empty(Blocks(Notice(new CardSection.Paragraph("", Tone.Warning), new CardSection.Paragraph([], Tone.Good))));

    [Fact]
    public void What_matters_less_is_small_and_makes_no_links()
    {
        var block = Blocks(Notice(new CardSection.Paragraph(["first", "second"], Tone.Muted))).Single();
        Assert.Equal("""{"type":"context","elements":[{"type":"mrkdwn","text":"first\nsecond","verbatim":true}],"block_id":"3.0"}""", block.ToJsonString());
    }

    [Fact]
    public void A_moment_is_an_element_where_rich_text_is_and_a_token_in_small_text_and_a_word_in_a_title()
    {
        var line = Line.Of(new Span.Moment(Moment, MomentStyle.DateAndTime));
        var blocks = Blocks(Notice(new CardSection.Heading(line), new CardSection.Paragraph(line), new CardSection.Paragraph(line, Tone.Muted)));
        Assert.Equal("Nov 20, 2026 3:00 AM UTC", BlockReader.Shown(blocks[0]));
        Assert.Equal(
            """{"type":"date","timestamp":1795143600,"format":"{date_short_pretty} {time}","fallback":"Nov 20, 2026 3:00 AM UTC"}""",
            BlockReader.Objects(blocks[1]).Single(o => BlockReader.Type(o) == "date").ToJsonString());
        Assert.Equal("<!date^1795143600^{date_short_pretty} {time}|Nov 20, 2026 3:00 AM UTC>", blocks[2]["elements"]![0]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(MomentStyle.Date, "{date_short_pretty}")]
    [InlineData(MomentStyle.Time, "{time}")]
    public void A_day_or_a_time_alone_is_shown_alone(MomentStyle style, string format)
    {
        var date = BlockReader.Objects(Blocks(Notice(new CardSection.Paragraph(Line.Of(new Span.Moment(Moment, style)))))[0]).Single(o => BlockReader.Type(o) == "date");
        Assert.Equal(format, date["format"]!.GetValue<string>());
    }

    [Fact]
    public void Only_the_first_grid_is_a_table_because_Slack_takes_one()
    {
        var grid = new CardSection.Grid([new("Campaign"), new("Leads", true)], [[Line.Quote("Expo"), "3"], ["Web", ""]]);
        var blocks = Blocks(Notice(grid, grid));
        Assert.Equal(["table", "rich_text"], blocks.Select(BlockReader.Type));
        Assert.Equal("""[{"align":"left","is_wrapped":true},{"align":"right","is_wrapped":false}]""", blocks[0]["column_settings"]!.ToJsonString());
        Assert.Equal("""{"type":"raw_text","text":" "}""", blocks[0]["rows"]![2]![1]!.ToJsonString());
        Assert.Equal("\nCampaignExpo · Leads: 3Web · Leads: ", BlockReader.Shown(blocks[1]));
    }

    [Fact]
    public void Bars_begin_at_one_edge_and_are_as_long_as_their_share()
    {
        var bars = new CardSection.Bars([new("Too small", 12, "12"), new("Competitor", 3, "3"), new("None", 0, "0"), new("Wrong", double.NaN, "?")]);
        Assert.Equal("\n██████████ 12 · Too small\n██▌ 3 · Competitor\n0 · None\n? · Wrong", BlockReader.Shown(Blocks(Notice(bars))[0]));
    }

    [Fact]
    public void A_colleague_is_named_and_not_called()
    {
        var blocks = BlockReader.Objects(BlockKitRenderer.Render(Notice(new CardSection.Paragraph(Line.Of(new Span.Someone(EmailAddress.Parse("a@example.com"), "Aoi"))))).Blocks);
        Assert.DoesNotContain(blocks, o => BlockReader.Type(o) is "user" or "usergroup" or "broadcast" or "channel" or "link");
    }

    [Fact]
    public void The_text_for_screen_readers_tells_everything_and_the_summary_once()
    {
        var summary = Line.Plain("Rejected: Nishi");
        var card = Notice(
            new CardSection.Paragraph(summary),
            new CardSection.FactList([new("Reason", Line.Quote("too <small>"))]),
            new CardSection.Grid([new("Step"), new("Week", true)], [["Won", "3"]]),
            new CardSection.Bars([new("Too small", 12, "12")])) with { Summary = summary };
        Assert.Equal("Rejected: Nishi\nReason: too &lt;small＞\nStep: Won, Week: 3\nToo small 12", BlockKitRenderer.Render(card).Text);
    }

    [Fact]
    public void Each_version_has_block_ids_of_its_own()
    {
        var card = SampleCards.Of(CardKind.Handoff, "en", "x");
        var ids = new[] { card, card with { Version = 4 } }.SelectMany(Blocks).Select(block => block["block_id"]!.GetValue<string>()).ToList();
        Assert.Equal(ids, ids.Distinct());
    }

    [Fact]
    public void An_empty_card_is_still_a_message()
    {
        var message = BlockKitRenderer.Render(Notice() with { Summary = "" });
        Assert.Equal("–", message.Text);
        Assert.Empty(BlockKitLint.Message(message.Blocks));
    }

    private static Card Notice(params CardSection[] sections) => SampleCards.Of(CardKind.Notice, "en", "x") with { Sections = sections };

    private static List<JsonObject> Blocks(Card card) => [.. BlockKitRenderer.Render(card).Blocks.Select(block => block!.AsObject())];
}
