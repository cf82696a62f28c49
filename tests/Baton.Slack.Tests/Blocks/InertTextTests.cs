using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

public sealed partial class InertTextTests
{
    /// <summary>Every type of object that a card may become; whatever mentions or calls is not among them, and a link leads where we say.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "header", "context", "rich_text", "table", "actions", "divider", "rich_text_section", "rich_text_list", "text", "emoji", "date", "plain_text", "mrkdwn", "raw_text", "button", "link",
    ];

    [Fact]
    public void Nothing_that_a_lead_says_does_anything() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(CardGenerator.Texts(), text => Enum.GetValues<CardKind>().All(kind => IsInert(BlockKitRenderer.Render(SampleCards.Of(kind, "en", text))))));

    [Fact]
    public void No_hostile_text_does_anything() =>
        Assert.All(HostileLeads.Texts, text => Assert.All(Enum.GetValues<CardKind>(), kind => Assert.True(IsInert(BlockKitRenderer.Render(SampleCards.Of(kind, "ja", text))))));

    [Theory]
    [InlineData("<!channel> & *b*", "&lt;\u200B!channel＞ &amp; ＊b＊")]
    [InlineData("&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;")]
    [InlineData("> quote `code` ~s~ _i_", "＞ quote ｀code｀ ～s～ ＿i＿")]
    [InlineData(":smile: 10:30", ":\u200Bsmile: 10:\u200B30")]
    [InlineData("a@e.example http://e.example/x", "a@\u200Be.\u200Bexample http:\u200B/\u200B/\u200Be.\u200Bexample/\u200Bx")]
    public void Somebody_elses_text_in_mrkdwn_is_escaped_and_means_nothing(string text, string expected)
    {
        var message = BlockKitRenderer.Render(SampleCards.Of(CardKind.Notice, "en", "x") with { Sections = [new CardSection.Paragraph(Line.Quote(text), Tone.Muted)] });
        Assert.Equal(expected, message.Blocks[0]!["elements"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Where_Slack_reads_no_markup_a_text_stays_as_it_was_written()
    {
        var message = BlockKitRenderer.Render(SampleCards.Of(CardKind.Notice, "en", "x") with { Sections = [new CardSection.Paragraph(Line.Quote("*a* & <b> a@e.example"))] });
        Assert.Equal("\n*a* & <b> a@e.example", BlockReader.Shown(message.Blocks[0]!));
    }

    [Fact]
    public void A_cut_never_goes_through_an_escape_or_a_date()
    {
        var line = Line.Of(new Span.Quoted(new string('&', 250)), new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Date));
        var message = BlockKitRenderer.Render(SampleCards.Of(CardKind.Notice, "en", "x") with { Sections = [new CardSection.Paragraph([.. Enumerable.Repeat(line, 9)], Tone.Muted)] });
        var text = message.Blocks[0]!["elements"]![0]!["text"]!.GetValue<string>();
        Assert.InRange(text.Length, 2900, 3000);
        Assert.Matches(@"^(?:&amp;|<!date\^0\^\{date_short_pretty\}\|Jan 1, 1970>|\n)+…$", text);
    }

    private static bool IsInert(SlackMessage message)
    {
        var objects = BlockReader.Objects(message.Blocks).ToList();
        return objects.Select(BlockReader.Type).OfType<string>().All(Harmless.Contains)
            && objects.Where(o => BlockReader.Type(o) == "link").All(o => o["url"]!.GetValue<string>() == SampleCards.Ours.AbsoluteUri)
            && objects.Where(o => BlockReader.Type(o) == "mrkdwn").All(o => o["verbatim"]!.GetValue<bool>() && IsInert(o["text"]!.GetValue<string>()))
            && objects.Where(o => BlockReader.Type(o) is "plain_text").All(o => !o["emoji"]!.GetValue<bool>() && !Opening().IsMatch(o["text"]!.GetValue<string>()))
            && IsInert(message.Text);
    }

    /// <summary>Our own date tokens aside, no sign of markup is left, and every ampersand begins an escape.</summary>
    private static bool IsInert(string mrkdwn)
    {
        var rest = OurToken().Replace(mrkdwn, "");
        return !Active().IsMatch(rest) && !Opening().IsMatch(rest);
    }

    [GeneratedRegex(@"<!date\^-?\d+\^(?:\{date_short_pretty\}|\{time\}|\{date_short_pretty\} \{time\})\|[^<>|]+>")]
    private static partial Regex OurToken();

    [GeneratedRegex(@"[<>*_~`]|&(?!amp;|lt;)|https?://|\S@\w")]
    private static partial Regex Active();

    [GeneratedRegex(@":[\w+'-]+:|<[!@#]")]
    private static partial Regex Opening();
}
