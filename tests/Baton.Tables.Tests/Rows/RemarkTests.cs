namespace Baton.Tables.Tests.Rows;

public class RemarkTests
{
    [Fact]
    public void A_long_text_is_cut_before_a_character_that_would_be_halved()
    {
        var fits = new string('a', Remark.MaxLength);
        var halved = new string('a', Remark.MaxLength - 1) + "😀";

        Assert.Equal(fits, Remark.Cut(fits));
        Assert.Equal(fits, Remark.Cut(fits + "a"));
        Assert.Equal(fits[..^1], Remark.Cut(halved));
        Assert.Equal(fits[..^2] + "😀", Remark.Cut(fits[..^2] + "😀b"));
    }
}
