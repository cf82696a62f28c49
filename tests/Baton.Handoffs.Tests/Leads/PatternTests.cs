using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Leads;

public sealed class PatternTests
{
    [Theory]
    [InlineData("Japan", "japan", true)]
    [InlineData("Japan", "Japan (JP)", false)]
    [InlineData("*", "", true)]
    [InlineData("*.example", "nishi-kenzai.EXAMPLE", true)]
    [InlineData("2026*Expo", "2026 Autumn Expo", true)]
    [InlineData("2026*Expo", "2026 Autumn Exposition", false)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("*製造*", "精密製造業", true)]
    [InlineData("ｿﾌﾄｳｪｱ", "ソフトウェア", true)]
    [InlineData("ab*ba", "aba", false)]
    public void A_star_stands_for_any_characters_of_the_whole_value(string pattern, string value, bool fits) => Assert.Equal(fits, new Glob(pattern).Matches(value));

    [Theory]
    [InlineData("CTO", "CTO, Europe", true)]
    [InlineData("CTO", "Director", false)]
    [InlineData("CTO", "ＣＴＯ", true)]
    [InlineData("CTO", "技術本部CTO兼務", true)]
    [InlineData("head", "Heads-up", false)]
    [InlineData("head", "overhead, head", true)]
    [InlineData("部長", "営業部長代理", true)]
    [InlineData("vice president", "Senior Vice President", true)]
    [InlineData("", "anything", false)]
    public void Latin_words_end_at_word_ends_and_japanese_ones_anywhere(string words, string value, bool found) => Assert.Equal(found, new Words(words).AreIn(value));

    [Fact]
    public void No_pattern_and_no_value_ever_throws_and_a_value_is_found_in_itself() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((pattern, value) =>
        {
            _ = new Glob(pattern.Get).Matches(value.Get + "\ud800");
            _ = new Words(pattern.Get + "\udc00").AreIn(value.Get);
            var ascii = string.Concat(value.Get.Where(c => char.IsAscii(c) && c != '*'));
            return new Glob("*" + ascii + "*").Matches("x" + ascii + "y");
        }).QuickCheckThrowOnFailure();
}
