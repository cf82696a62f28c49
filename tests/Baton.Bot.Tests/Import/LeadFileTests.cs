using System.Text;
using Baton.Bot.Import;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Tests.Import;

public sealed class LeadFileTests
{
    private const string Head = "Record ID,Email,Company name,Job Title";

    [Theory]
    [InlineData("PK\u0003\u0004...", "an Excel workbook or another ZIP archive")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("[{\"externalId\":1}]", "JSON, which POST /api/leads takes")]
    [InlineData("<html>", "HTML or XML")]
    [InlineData("", "empty")]
    [InlineData("\n\n", "no heading row")]
    [InlineData(",,\n", "no heading row")]
    [InlineData("\"never closed,Email\n1,a@b.example\n", "no heading row")]
    public async Task What_is_no_csv_is_refused_as_what_it_is(string file, string value) =>
        Assert.Equal([new FieldError("file", value, "CSV with a heading row; in Excel: Save as, CSV UTF-8")], await Imported.RefusedAsync(file));

    [Fact]
    public async Task An_old_excel_workbook_is_told_too() =>
        Assert.Equal("an old Excel workbook", Assert.Single(await Imported.RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Value);

    [Fact]
    public async Task Missing_columns_are_named_with_the_headings_that_would_be_right() =>
        Assert.Equal(
            [
                new FieldError("externalId", "no such column", "a column with the heading Record ID or Contact ID or レコードID"),
                new FieldError("company.name", "no such column", "a column with the heading Company name or 会社名"),
            ],
            await Imported.RefusedAsync("Email,Job Title,HubSpot Score\na@b.example,CTO,5\n"));

    [Fact]
    public async Task Unknown_headings_and_mappings_are_refused_with_what_there_is()
    {
        Assert.Equal([new FieldError("headings", "a, b", "those of a known export (hubspot, salesforce, baton) or of Import:Mappings")], await Imported.RefusedAsync("a,b\n1,2\n"));
        Assert.Equal([new FieldError("mapping", "expo", "one of hubspot, salesforce, baton")], await Imported.RefusedAsync($"{Head}\n", "expo"));
    }

    [Fact]
    public async Task A_heading_that_is_there_twice_is_ambiguous_when_it_fills_a_field() =>
        Assert.Equal(
            [new FieldError("headings", "Email (column 2) and email (column 5)", "different things: both fill the same field, so remove or rename one")],
            await Imported.RefusedAsync($"{Head},email\n"));

    [Fact]
    public async Task A_heading_that_is_there_twice_but_fills_nothing_is_two_attributes() =>
        Assert.Equal(
            new Dictionary<string, string> { ["Note"] = "a", ["Note (2)"] = "b", ["column 7"] = "c" },
            (await Imported.RowsAsync($"{Head},Note,Note,\n1,a@b.example,X,CTO,a,b,c\n"))[0].Lead().Attributes);

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task The_delimiter_is_found(char delimiter)
    {
        var file = $"{Head}\n1,a@b.example,\"X{delimiter} Y\",CTO\n2,b@b.example,Z,CEO\n".Replace(',', delimiter);

        Assert.Equal([$"X{delimiter} Y", "Z"], (await Imported.RowsAsync(file)).Select(r => r.Lead().Company.Name));
        Assert.Equal(delimiter, Assert.IsType<LeadFileOpening.Ready>(await Imported.OpenAsync(Encoding.UTF8.GetBytes(file))).Delimiter);
    }

    [Fact]
    public async Task Right_rows_are_taken_and_wrong_ones_named_by_line_column_value_and_rule()
    {
        var rows = await Imported.RowsAsync($"{Head},HubSpot Score,Became a Marketing Qualified Lead Date,Number of Pageviews\n"
            + "1,a@b.example,\"X\nY\",CTO,5,,\n\n2,nobody,X,CTO,101,31/31/2026,many\n,c@b.example,X,CTO,,2099-01-01,\n4,d@b.example,X,CTO,,,\n");

        Assert.Equal([2, 5, 6, 7], rows.Select(r => r.Line));
        Assert.Equal("X\nY", rows[0].Lead().Company.Name);
        Assert.Equal(
            [
                new FieldError("Email", "nobody", LeadRules.Email),
                new FieldError("HubSpot Score", "101", LeadRules.Score),
                new FieldError("Became a Marketing Qualified Lead Date", "31/31/2026", "a date written as yyyy-MM-dd HH:mm or MM/dd/yyyy or yyyy-MM-dd, or an ISO 8601 time with its offset"),
                new FieldError("Number of Pageviews", "many", LeadRules.Employees),
            ],
            rows[1].Errors());
        Assert.Equal([new FieldError("Became a Marketing Qualified Lead Date", "2099-01-01", LeadRules.NotAhead), new FieldError("Record ID", "", LeadRules.Key)], rows[2].Errors());
        Assert.Equal("4", rows[3].Lead().ExternalId);
    }

    [Fact]
    public async Task A_row_with_too_few_or_too_many_columns_is_wrong_but_empty_cells_behind_it_are_not()
    {
        var rows = await Imported.RowsAsync($"{Head}\n1,a@b.example,X\n2,a@b.example,X,CTO,more\n3,a@b.example,X,CTO,,\n");

        Assert.Equal([new FieldError("row", "3 columns", "4 columns like the heading")], rows[0].Errors());
        Assert.Equal([new FieldError("row", "5 columns", "4 columns like the heading")], rows[1].Errors());
        Assert.Equal("3", rows[2].Lead().ExternalId);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200_000)]
    public async Task A_quote_that_is_never_closed_is_told_at_its_line_instead_of_eating_the_file(int rowsBehind)
    {
        var rows = await Imported.RowsAsync($"{Head}\n1,a@b.example,X,CTO\n2,a@b.example,\"X,CTO\n" + string.Concat(Enumerable.Repeat("3,a@b.example,X,CTO\n", rowsBehind)));

        Assert.Equal(2, rows.Count);
        Assert.Equal("a quote that is never closed", Assert.Single(rows[1].Errors()).Value);
    }

    [Fact]
    public async Task A_row_that_is_too_large_for_a_lead_is_wrong_and_the_next_is_read()
    {
        var rows = await Imported.RowsAsync($"{Head},Message\n1,a@b.example,X,CTO,{new string('x', 70_000)}\n2,a@b.example,X,CTO,hi\n");

        Assert.Equal([new FieldError("row", "70016 characters", LeadRules.Size)], rows[0].Errors());
        Assert.Equal("2", rows[1].Lead().ExternalId);
    }

    [Fact]
    public async Task A_heading_alone_is_a_file_without_leads() => Assert.Empty(await Imported.RowsAsync(Head));

    [Fact]
    public async Task A_quote_inside_a_cell_is_just_a_quote() =>
        Assert.Equal("5\" pipes", (await Imported.RowsAsync($"{Head}\n1,a@b.example,5\" pipes,CTO\n"))[0].Lead().Company.Name);

    [Fact]
    public async Task A_stream_that_cannot_be_read_twice_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => LeadFile.OpenAsync(
            new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress), new ImportRequest(new ImportMappings(new ImportOptions()), null, [], Imported.Now), CancellationToken.None));
}
