using System.Globalization;
using System.Text;
using Baton.Handoffs.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.AdaptiveCards.Tests.Chat;

public sealed class LeadTextTests
{
    [Theory]
    [InlineData("a\u202Eb\u202C", "ab")]
    [InlineData("a\u2066b\u2069\u200Fc\u061C", "abc")]
    [InlineData("zero\u200Bwidth\uFEFF\u2060", "zerowidth")]
    [InlineData("nul\0bell\a", "nulbell")]
    [InlineData("blank\u3164\u2800filler", "blankfiller")]
    public void What_cannot_be_seen_is_removed(string text, string expected) => Assert.Equal(expected, LeadText.OneLine(text));

    [Theory]
    [InlineData("a\r\nb", "a b")]
    [InlineData(" a \n\n b ", "a b")]
    [InlineData("a\u2028b\u0085c\td\u00A0e", "a b c d e")]
    [InlineData("東京\u3000本社", "東京\u3000本社")]
    public void Lines_are_folded_into_one_and_an_ideographic_space_stays(string text, string expected) => Assert.Equal(expected, LeadText.OneLine(text));

    // What is not shown must be looked for, and an invisible character at the end makes sure that it is.
    [Fact]
    public void A_text_that_needs_nothing_done_is_what_it_would_be_if_it_were_looked_through() => Prop.ForAll(
        Gen.Elements("az~!.:<東京鿿ぁんァー、」 \u3000\u3099é·–…\u00A0\u00AD：～\uFF9E\n".ToCharArray()).ArrayOf().Select(c => new string(c)).Zip(Gen.Choose(1, 12)).ToArbitrary(),
        it => LeadText.OneLine(it.Item1, it.Item2) == LeadText.OneLine(it.Item1 + '\u200B', it.Item2)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_between_two_letters_is_what_it_would_be_if_it_were_looked_for() => Assert.All(
        Enumerable.Range(char.MinValue, char.MaxValue + 1).Chunk(256),
        page => Assert.Equal(page.Select(c => LeadText.OneLine($"a{(char)c}b\u200B", 3)), page.Select(c => LeadText.OneLine($"a{(char)c}b", 3))));

    [Fact]
    public void A_family_is_one_character_and_is_never_cut_apart()
    {
        Assert.Equal("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", LeadText.OneLine("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3));
        Assert.Equal("👩‍👩‍👧‍👦…", LeadText.OneLine("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2));
    }

    [Fact]
    public void A_text_as_long_as_the_limit_is_not_cut() => Assert.Equal(new string('長', 300), LeadText.OneLine(new string('長', 300)));

    [Fact]
    public void A_longer_text_ends_in_an_ellipsis_within_the_limit() => Assert.Equal(new string('長', 299) + "…", LeadText.OneLine(new string('長', 301)));

    [Fact]
    public void A_tower_of_accents_is_no_way_around_the_limit() =>
        Assert.InRange(LeadText.OneLine("e" + new string('\u0301', 100_000), 10).Length, 1, 36);

    [Fact]
    public void Half_a_character_is_shown_as_a_replacement() => Assert.Equal("\uFFFDx", LeadText.OneLine("\uD83Dx"));

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", LeadText.OneLine(null) + LeadText.OneLine("\u200B\n"));

    [Fact]
    public void Any_text_becomes_one_visible_line_within_the_limit_and_stays_so() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var line = LeadText.OneLine(text, 20);
            return line.Length <= 56
                && new StringInfo(line).LengthInTextElements <= 20
                && line.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                && LeadText.OneLine(line, 20) == line;
        }));
}
