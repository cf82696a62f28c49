using System.Text;
using Baton.Bot.Import;

namespace Baton.Bot.Tests.Import;

public sealed class FileEncodingTests
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    // CP932 has no ë or é, which names in the sample have.
    private static string Text => Cp932.GetString(Cp932.GetBytes(Encoding.UTF8.GetString(Imported.Sample("hubspot-leads.csv"))));

    public static TheoryData<string, byte[]> Encodings
    {
        get
        {
            var text = Text;
            return new()
            {
                { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] },
                { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] },
                { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)] },
                { "utf-16", Encoding.Unicode.GetBytes(text) },
                { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(text) },
                { "shift_jis", Cp932.GetBytes(text) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_same_file_in_another_encoding_gives_the_same_rows(string name, byte[] file)
    {
        Assert.Equal(name, Assert.IsType<LeadFileOpening.Ready>(await Imported.OpenAsync(file)).Encoding);
        Assert.Equal(Imported.Print(await Imported.RowsAsync(Text)), Imported.Print(await Imported.RowsAsync(file)));
    }

    [Fact]
    public async Task Japanese_far_behind_the_start_still_decides_the_encoding()
    {
        var text = "Record ID,Email,Company name,Job Title\n" + string.Concat(Enumerable.Repeat("1,a@b.example,X,CTO\n", 20_000)) + "2,a@b.example,株式会社髙島屋①,部長\n";

        Assert.Equal("株式会社髙島屋①", (await Imported.RowsAsync(Cp932.GetBytes(text)))[^1].Lead().Company.Name);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xE3, 0x0A })]
    [InlineData(new byte[] { 0x83 })]
    public async Task A_byte_that_is_no_character_is_named_by_its_position(byte[] bad)
    {
        var start = Encoding.ASCII.GetBytes("Record ID,Email\n" + new string('x', 70_000));
        var error = Assert.Single(await Imported.RefusedAsync([.. start, .. bad]));

        Assert.Equal(("file", $"byte {start.Length + 1} is no character", "text in UTF-8, UTF-16 or CP932 (Shift_JIS)"), (error.Field, error.Value, error.Rule));
    }

    [Fact]
    public async Task A_byte_order_mark_that_lies_is_found_out() =>
        Assert.StartsWith("byte ", Assert.Single(await Imported.RefusedAsync([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00])).Value, StringComparison.Ordinal);
}
