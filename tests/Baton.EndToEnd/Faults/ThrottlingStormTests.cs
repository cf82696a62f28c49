using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.Tables.StandIn;

namespace Baton.EndToEnd.Faults;

/// <summary>An account that throttles and loses answers: Baton gets slower, tells people to try again, and loses nothing.</summary>
public sealed class ThrottlingStormTests
{
    private const int Leads = 40;
    private const int AtOnce = 8;
    private const int Seed = 20261121;
    private const double Share = 0.3;

    [Fact]
    public async Task A_throttling_storm_loses_nothing_and_lets_one_win()
    {
        using var folder = new TempFolder();
        await using var service = await StrictTables.StartAsync();
        SalesHouse.Settle(folder.Path, settings => settings["Store"]!["Connection"] = service.ConnectionString);
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();

        service.Faults.Storm(Seed, Share);
        await Parallel.ForEachAsync(Enumerable.Range(0, Leads), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var handoff = await UntilTakenAsync(client, i);
            var told = await Task.WhenAll(SalesHouse.Reps.Take(2).Select(rep => OwnerAsync(client, handoff, rep)));
            Assert.Equal(told[0], told[1]);
            Assert.Contains(told[0], SalesHouse.Reps);
        });
        Assert.True(service.Faults.Met > Leads, $"The storm hit {service.Faults.Met} requests only.");
        service.Faults.Storm(Seed, 0);

        Assert.Equal(0, await baton.StopAsync());
        await using var audit = BatonProcess.Start(folder.Path, "audit");
        Assert.True(await audit.EndedAsync() == 0, audit.Written);
    }

    // As a sender does: the same again until it is answered with 2xx.
    private static async Task<string> UntilTakenAsync(HttpClient client, int number)
    {
        JsonElement? taken = null;
        await Until.HoldsAsync($"lead {number} is taken", async () =>
        {
            using var response = await client.PostAsJsonAsync("/api/leads", LeadSender.Lead($"storm{number}", $"Company {number}"));
            if (response.IsSuccessStatusCode)
                taken = await response.Content.ReadFromJsonAsync<JsonElement>();
            else
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            return taken is not null;
        }, TimeSpan.FromMinutes(2));
        return taken!.Value.GetProperty("results")[0].GetProperty("handoff").GetString()!;
    }

    // Whoever clicks presses again when told to, and learns in the end whose it is.
    private static async Task<string?> OwnerAsync(HttpClient client, string handoff, string rep)
    {
        string? owner = null;
        var told = "";
        await Until.HoldsAsync($"{rep} knows who has {handoff}", async () =>
        {
            using var response = await client.PostAsJsonAsync($"/api/handoffs/{handoff}/actions", new { action = "accept", actor = rep });
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            told = $"{response.StatusCode}: {body}";
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, told);
            owner = response.StatusCode switch
            {
                HttpStatusCode.OK => body.GetProperty("owner").GetString(),
                HttpStatusCode.Conflict when body.TryGetProperty("by", out var by) => by.GetString(),
                _ => null,
            };
            return owner is not null;
        }, TimeSpan.FromMinutes(2), () => told);
        return owner;
    }
}
