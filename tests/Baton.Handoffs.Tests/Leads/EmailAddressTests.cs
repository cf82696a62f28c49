using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData(" SASAKI.736@NISHI-KENZAI.EXAMPLE", "sasaki.736@nishi-kenzai.example")]
    [InlineData("key'chars/\\#?@evil.example", "key'chars/\\#?@evil.example")]
    [InlineData("ju\u0308rgen@b.example", "j\u00fcrgen@b.example")]
    public void Two_spellings_of_one_address_are_equal(string text, string normal) => Assert.Equal(normal, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@b.example")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b@c.example")]
    [InlineData("a b@c.example")]
    [InlineData("a\ud800@c.example")]
    [InlineData("a\u200b@c.example")]
    [InlineData("a\u202e@c.example")]
    public void What_is_none_is_refused(string text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void The_longest_path_of_the_mail_protocol_fits()
    {
        Assert.True(EmailAddress.TryParse(new string('a', EmailAddress.MaxLength - 10) + "@b.example", out _));
        Assert.False(EmailAddress.TryParse(new string('a', EmailAddress.MaxLength - 9) + "@b.example", out _));
    }
}
