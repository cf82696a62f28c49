using System.Text;
using Baton.Handoffs.Funnel;

namespace Baton.Handoffs.Tests.Funnel;

public sealed class CsvWriterTests
{
    private static string Written(params string?[] row)
    {
        using var to = new StringWriter();
        CsvWriter.Write(to, [row]);
        return to.ToString();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+81 3 3489 2278")]
    [InlineData("-1+1|cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    [InlineData("-")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string text) => Assert.Equal("'" + text, CsvWriter.Inert(text));

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("-5")]
    [InlineData("-5.25")]
    [InlineData("株式会社")]
    public void Everything_else_stays_as_it_is(string text) => Assert.Equal(text, CsvWriter.Inert(text));

    [Fact]
    public void Cells_that_need_quotes_get_them() =>
        Assert.Equal("\uFEFFa,\"b,c\",\"d\"\"e\",\"f\ng\",,\" h\"\r\n", Written("a", "b,c", "d\"e", "f\ng", null, " h"));

    [Fact]
    public void A_lone_empty_cell_is_still_a_row() => Assert.Equal("\uFEFF\"\"\r\n", Written(""));

    [Fact]
    public void It_starts_with_the_byte_order_mark_that_excel_looks_for() =>
        Assert.Equal([0xEF, 0xBB, 0xBF], Encoding.UTF8.GetBytes(Written("x"))[..3]);
}
