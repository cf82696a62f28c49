using System.Text;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Tests.Handoffs;

public sealed class WrittenJsonTests
{
    [Fact]
    public void What_was_written_stays_as_it_is_when_more_is_written()
    {
        var first = Written("first");
        var second = Written("second");

        Assert.Equal("""{"it":"first"}""", first());
        Assert.Equal("""{"it":"second"}""", second());
    }

    [Fact]
    public void Something_may_be_written_while_something_is_written()
    {
        var inner = "";
        var outer = WrittenJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("before"u8, "1");
            inner = Written("inner")();
            json.WriteString("after"u8, "2");
            json.WriteEndObject();
        });

        Assert.Equal("""{"it":"inner"}""", inner);
        Assert.Equal("""{"before":"1","after":"2"}""", Encoding.UTF8.GetString(outer));
    }

    [Fact]
    public void What_fails_half_way_leaves_nothing_behind()
    {
        Assert.Throws<FormatException>(() => WrittenJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("it"u8, "half");
            throw new FormatException();
        }));

        Assert.Equal("""{"it":"whole"}""", Written("whole")());
    }

    [Fact]
    public void Something_huge_is_written_whole_and_so_is_what_follows()
    {
        var huge = new string('営', 100_000);

        Assert.Equal($$"""{"it":"{{huge}}"}""", Written(huge)());
        Assert.Equal("""{"it":"small"}""", Written("small")());
    }

    private static Func<string> Written(string text)
    {
        var bytes = WrittenJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("it"u8, text);
            json.WriteEndObject();
        });
        return () => Encoding.UTF8.GetString(bytes);
    }
}
