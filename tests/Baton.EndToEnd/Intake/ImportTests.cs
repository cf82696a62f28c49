using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Intake;

/// <summary>The sample file, through the door by which operators bring theirs.</summary>
public sealed class ImportTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "hubspot-leads.csv");
    private static readonly string[] Counted = ["offered", "returned", "duplicate", "unqualified"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sample_file_gives_160_12_8_and_60_in_any_encoding_and_nothing_new_the_second_time(bool asCp932)
    {
        using var folder = new TempFolder();
        SalesHouse.Settle(folder.Path);
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();
        var bytes = asCp932 ? Cp932(await File.ReadAllTextAsync(Sample)) : await File.ReadAllBytesAsync(Sample);

        var first = await ImportAsync(client, bytes);
        var again = await ImportAsync(client, bytes);

        Assert.Equal([160, 12, 8, 60], Counted.Select(c => first.GetProperty("results").GetProperty(c).GetInt32()));
        Assert.Equal(0, first.GetProperty("repeated").GetInt32());
        Assert.Equal(240, again.GetProperty("repeated").GetInt32());
    }

    private static byte[] Cp932(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(932).GetBytes(text);
    }

    private static async Task<JsonElement> ImportAsync(HttpClient client, byte[] file)
    {
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var response = await client.PostAsync("/api/leads/import", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
