using System.Net.Http.Headers;
using System.Text;
using Baton.Bot.Import;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class ImportTests
{
    private const string Heading = "externalId,source,contact.name,contact.email,contact.title,company.name,qualified\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("shift_jis")]
    public async Task A_file_is_taken_in_each_encoding(string encoding)
    {
        await using var host = await ApiHost.StartAsync();

        var report = (await UploadAsync(host, Bytes(Heading + Row("1", "恵 佐々木") + Row("2", "東 一郎"), encoding))).Expect(200).Json;

        Assert.Equal(2, report.GetProperty("results").GetProperty("offered").GetInt32());
        Assert.Equal(encoding, report.GetProperty("encoding").GetString());
        var again = (await host.PostAsync("/api/leads", ALead.Json("1"))).Expect(202).Result();
        Assert.Equal("恵 佐々木", (await host.GetAsync($"/api/handoffs/{again.GetProperty("handoff").GetString()}")).Json.GetProperty("lead").GetProperty("contact").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_form_with_a_file_is_taken()
    {
        await using var host = await ApiHost.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("ignored"), "note" },
            { new ByteArrayContent(Bytes(Heading + Row("1", "A"), "utf-8")), "file", "leads.csv" },
        };

        Assert.Equal(1, (await host.SendAsync(HttpMethod.Post, "/api/leads/import", form)).Expect(200).Json.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Wrong_rows_are_told_by_line_and_column_and_the_others_are_taken()
    {
        await using var host = await ApiHost.StartAsync();

        var report = (await UploadAsync(host, Bytes(Heading + Row("1", "A") + "2,web,B,nowhere,CTO,B Inc,true\n" + Row("3", "C"), "utf-8"))).Expect(200).Json;

        Assert.Equal((3, 2, 1), (report.GetProperty("rows").GetInt32(), report.GetProperty("results").GetProperty("offered").GetInt32(), report.GetProperty("results").GetProperty("invalid").GetInt32()));
        var wrong = Assert.Single(report.GetProperty("wrong").EnumerateArray());
        Assert.Equal((3, "contact.email", "nowhere"), (wrong.GetProperty("line").GetInt32(), wrong.GetProperty("field").GetString(), wrong.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Of_many_wrong_rows_all_are_counted_and_a_hundred_listed()
    {
        await using var host = await ApiHost.StartAsync();
        var rows = string.Concat(Enumerable.Range(0, 250).Select(n => $"{n},web,B,nowhere,CTO,B Inc,true\n"));

        var report = (await UploadAsync(host, Bytes(Heading + rows, "utf-8"))).Expect(200).Json;
        var text = (await UploadAsync(host, Bytes(Heading + rows, "utf-8"), accept: "text/plain")).Expect(200);

        Assert.Equal((250, ImportReport.MaxWrongRows), (report.GetProperty("results").GetProperty("invalid").GetInt32(), report.GetProperty("wrong").GetArrayLength()));
        Assert.Equal("text/plain", text.ContentType);
        Assert.Contains("250 rows are wrong; the first 100", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_may_name_source_and_mapping()
    {
        await using var host = await ApiHost.StartAsync();
        var file = Bytes(Heading.Replace("source,", "", StringComparison.Ordinal) + Row("1", "A").Replace("web,", "", StringComparison.Ordinal), "utf-8");

        (await UploadAsync(host, file)).Expect(400);
        (await UploadAsync(host, file, "?source=fair&mapping=baton")).Expect(200);

        Assert.True((await host.PostAsync("/api/leads", ALead.Json("1").Replace("\"web\"", "\"fair\"", StringComparison.Ordinal))).Expect(202).Result().GetProperty("repeated").GetBoolean());
        Assert.StartsWith("mapping: one of hubspot", Assert.Single((await UploadAsync(host, file, "?mapping=none")).Expect(400).Errors()), StringComparison.Ordinal);
        Assert.StartsWith("source: text of 1 to 255", Assert.Single((await UploadAsync(host, file, $"?source={new string('s', 256)}")).Expect(400).Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_again_is_repeated_row_by_row()
    {
        await using var host = await ApiHost.StartAsync();
        var file = Bytes(Heading + string.Concat(Enumerable.Range(0, 300).Select(n => Row($"r{n}", "A"))), "utf-8");
        (await UploadAsync(host, file)).Expect(200);

        Assert.Equal(300, (await UploadAsync(host, file)).Expect(200).Json.GetProperty("repeated").GetInt32());
    }

    [Fact]
    public async Task A_store_that_fails_in_the_middle_tells_how_far_it_came_and_the_file_can_be_sent_again()
    {
        await using var host = await ApiHost.StartAsync();
        var file = Bytes(Heading + string.Concat(Enumerable.Range(0, 500).Select(n => Row($"f{n}", "A"))), "utf-8");
        host.Engine.FailFrom("handoffs", 200);

        var broken = (await UploadAsync(host, file)).Expect(503);

        Assert.Equal(199, broken.Json.GetProperty("report").GetProperty("results").GetProperty("offered").GetInt32());
        Assert.True(broken.Json.GetProperty("report").GetProperty("notTakenFrom").GetInt32() <= 202);
        host.Engine.BeforeCommit = _ => Task.CompletedTask;
        var again = (await UploadAsync(host, file)).Expect(200).Json;
        Assert.Equal((500, 199), (again.GetProperty("results").GetProperty("offered").GetInt32(), again.GetProperty("repeated").GetInt32()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("PK\u0003\u0004")]
    public async Task What_is_no_file_of_leads_is_refused_as_a_whole(string text)
    {
        await using var host = await ApiHost.StartAsync();

        Assert.NotEmpty((await UploadAsync(host, Encoding.UTF8.GetBytes(text))).Expect(400).Errors());
    }

    [Fact]
    public async Task Another_content_type_or_a_form_without_a_file_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        using var broken = new ByteArrayContent("--x\r\n"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };

        (await host.SendAsync(HttpMethod.Post, "/api/leads/import", json)).Expect(415);
        Assert.Equal("file: a part with a file name", Assert.Single((await host.SendAsync(HttpMethod.Post, "/api/leads/import", empty)).Expect(400).Errors()));
        (await host.SendAsync(HttpMethod.Post, "/api/leads/import", broken)).Expect(400);
    }

    private static string Row(string id, string name) => $"{id},web,{name},{id}@buyer.example,CTO,西日本建材,true\n";

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "shift_jis" => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    private static async Task<Answer> UploadAsync(ApiHost host, byte[] file, string query = "", string accept = "application/json")
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await host.SendAsync(HttpMethod.Post, $"/api/leads/import{query}", body, ("Accept", accept));
    }
}
