using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Browser;

/// <summary>Leads are written by strangers: nothing in them may take effect in the page, and a wrong one must not cost the right ones beside it.</summary>
public sealed class HostileLeadTests : IAsyncLifetime
{
    private const string FromLeads = "a, img, script, iframe, svg a, form[action], [onerror], [onload], [href]";
    private readonly Chromium chromium = new();
    private readonly TempFolder folder = new();

    public Task InitializeAsync() => chromium.InitializeAsync();

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Nothing_in_a_hostile_lead_takes_effect_and_the_wrong_ones_are_refused_by_field()
    {
        SalesHouse.Settle(folder.Path, settings => settings["Scoring"] = new JsonObject { ["Threshold"] = 0 });
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();
        var leads = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "hostile-leads.json")))!.AsArray();
        leads.Add(Markup());
        using var response = await client.PostAsJsonAsync("/api/leads", leads);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var wrong = answer.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("result").GetString() == "invalid").ToList();
        Assert.Contains(wrong, w => w.GetProperty("externalId").GetString() == "x-6");
        Assert.Contains(wrong, w => w.GetProperty("externalId").GetString() == "x-8");
        Assert.All(wrong.SelectMany(w => w.GetProperty("errors").EnumerateArray()), error =>
            Assert.All(["field", "value", "rule"], part => Assert.True(error.TryGetProperty(part, out _), error.ToString())));

        await using var page = await ConsolePage.OpenAsync(chromium, baton.Address, SalesHouse.Reps[0], "sales", Screen.Wide);
        await Expect(page.CardOf("<script>alert(1)</script>")).ToBeVisibleAsync();
        await Expect(page.CardOf("**Bold** [link]")).ToBeVisibleAsync();

        Assert.Equal(0, await page.Messages.Locator(".card-body").Locator(FromLeads).CountAsync());
        Assert.DoesNotContain(await page.Messages.Locator(".card-body strong").AllTextContentsAsync(), bold => bold == "Bold" || bold == "bold");
        Assert.Contains("@everyone", await page.Messages.InnerTextAsync(), StringComparison.Ordinal);
        await page.ShootAsync("hostile");
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(page.Complaints);
    }

    private static JsonObject Markup()
    {
        var lead = Intake.LeadSender.Lead("markup", "**Bold** [link](javascript:alert(1)) <img src=x onerror=alert(1)>");
        lead["need"] = "# Heading\n- item\n<a href=\"http://evil.example\">here</a> {{DATE(2026-01-01T00:00:00Z,SHORT)}} <at>everybody</at>";
        return lead;
    }
}
