using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Contract;

public sealed class TableKeyTests
{
    [Fact]
    public void Any_text_comes_back_from_its_key() =>
        Prop.ForAll(Arbitrary.Text, text => TableKey.Unescape(TableKey.Escape(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_parts_come_back_from_their_key() =>
        Prop.ForAll(Arbitrary.Text, Arbitrary.Text, (a, b) =>
        {
            var key = TableKey.Join(a, b);
            return key.Length == TableRules.MaxKeyLength || TableKey.Split(key).SequenceEqual([a, b]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_becomes_an_allowed_key_without_a_separator() =>
        Prop.ForAll(Arbitrary.Text, text =>
        {
            var key = TableKey.Join(text);
            TableRules.CheckKey("Key", key);
            return !key.Contains('%', StringComparison.Ordinal) && !key.Contains(TableKey.Separator, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("sasaki.736@nishi-kenzai.example", "sasaki.736@nishi-kenzai.example")]
    [InlineData("恵 佐々木", "恵 佐々木")]
    [InlineData("x-4/../../\\\u0000", "x-4~002f..~002f..~002f~005c~0000")]
    [InlineData("50%|~", "50~0025~007c~007e")]
    [InlineData("", "")]
    public void A_key_stays_readable_where_it_can(string text, string key) =>
        Assert.Equal(key, TableKey.Escape(text));

    [Fact]
    public void Half_a_surrogate_pair_is_escaped_and_a_whole_one_is_not() => Assert.Equal("😀~d83d", TableKey.Escape("😀\ud83d"));

    [Theory]
    [InlineData("~")]
    [InlineData("a~12")]
    [InlineData("~xyz0")]
    [InlineData("~~0000")]
    public void A_text_that_is_no_key_of_ours_is_refused(string key) => Assert.Throws<FormatException>(() => TableKey.Unescape(key));

    [Fact]
    public void A_long_key_is_cut_and_stays_distinct()
    {
        var common = new string('k', 600);

        var one = TableKey.Join(common + "1");
        var other = TableKey.Join(common + "2");

        Assert.Equal(TableRules.MaxKeyLength, one.Length);
        Assert.NotEqual(one, other);
        Assert.Equal(one, TableKey.Join(common + "1"));
        Assert.Throws<FormatException>(() => TableKey.Split(one));
    }

    [Fact]
    public void A_long_key_is_not_cut_through_a_surrogate_pair()
    {
        for (var lead = 0; lead < 2; lead++)
            TableRules.CheckKey("Key", TableKey.Join(new string('k', lead) + string.Concat(Enumerable.Repeat("😀", 400))));
    }

    [Fact]
    public void A_key_that_just_fits_is_left_alone() =>
        Assert.Equal(new string('k', TableRules.MaxKeyLength), TableKey.Shorten(new string('k', TableRules.MaxKeyLength)));
}
