using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Races;

/// <summary>Two people, one lead, the same instant.</summary>
public sealed class RaceTests
{
    private const int Pairs = 1000;
    private const int AtOnce = 8;

    [Fact]
    public async Task Of_a_thousand_pairs_of_simultaneous_accepts_one_each_wins_and_the_other_is_told_who()
    {
        using var folder = new TempFolder();
        SalesHouse.Settle(folder.Path);
        await using var baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        using var client = baton.Client();
        var sent = await LeadSender.SendAsync(client, new JsonArray([.. Enumerable.Range(0, Pairs).Select(i => LeadSender.Lead($"race{i}", $"Company {i}"))]));
        var handoffs = sent.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("handoff").GetString()!).ToList();
        var winners = 0;

        await Parallel.ForEachAsync(handoffs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (handoff, _) =>
        {
            var answers = await Task.WhenAll(SalesHouse.Reps.Take(2).Select(rep => AcceptAsync(client, handoff, rep)));

            var winner = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            var loser = Assert.Single(answers, a => a.Status == HttpStatusCode.Conflict);
            Assert.Equal("alreadyTaken", loser.Body.GetProperty("code").GetString());
            Assert.Equal(winner.Rep, loser.Body.GetProperty("by").GetString());
            Assert.Equal(winner.Rep, winner.Body.GetProperty("owner").GetString());
            Interlocked.Increment(ref winners);
        });

        Assert.Equal(Pairs, winners);
    }

    private static async Task<(string Rep, HttpStatusCode Status, JsonElement Body)> AcceptAsync(HttpClient client, string handoff, string rep)
    {
        using var response = await client.PostAsJsonAsync($"/api/handoffs/{handoff}/actions", new { action = "accept", actor = rep });
        return (rep, response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
