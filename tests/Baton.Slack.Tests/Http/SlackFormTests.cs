using System.Text;
using Baton.Slack.Http;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Http;

public sealed class SlackFormTests
{
    [Fact]
    public void What_was_written_is_read() => Prop.ForAll<NonNull<string>, NonNull<string>>((text, other) =>
    {
        var (one, two) = (Whole(text.Get), Whole(other.Get));
        var form = Form($"user_id={Uri.EscapeDataString(two)}&text={Uri.EscapeDataString(one)}");
        return form?.TakeText("text"u8) == one && form.TakeText("user_id"u8) == two;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_never_becomes_further_fields()
    {
        var form = Form("text=a%26user_id%3DU0EVIL&user_id=U0GOOD")!;

        Assert.Equal("a&user_id=U0EVIL", form.TakeText("text"u8));
        Assert.Equal("U0GOOD", form.TakeText("user_id"u8));
    }

    [Theory]
    [InlineData("text=1&text=2")]
    [InlineData("a&a")]
    public void Two_fields_of_one_name_are_no_form(string body) => Assert.Null(Form(body));

    [Fact]
    public void So_many_fields_are_no_form() => Assert.Null(Form(string.Join('&', Enumerable.Range(0, SlackForm.MaxFields + 1).Select(i => $"f{i}=1"))));

    [Theory]
    [InlineData("text=%")]
    [InlineData("text=%4")]
    [InlineData("text=%zz")]
    [InlineData("text=a%ff")]
    [InlineData("texts=a")]
    public void What_is_not_well_formed_is_no_text(string body) => Assert.Null(Form(body)!.TakeText("text"u8));

    [Fact]
    public void A_plus_is_a_blank() => Assert.Equal("a b+c", Form("text=a+b%2Bc")!.TakeText("text"u8));

    private static SlackForm? Form(string body) => SlackForm.Find(Encoding.UTF8.GetBytes(body));

    // Half a surrogate pair cannot be sent.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
