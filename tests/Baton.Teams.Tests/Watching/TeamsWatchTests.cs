using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Baton.Teams.Tests.Hosting;
using Baton.Teams.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Baton.Teams.Tests.Watching;

public sealed class TeamsWatchTests
{
    [Fact]
    public async Task A_secret_that_has_run_out_is_told_at_the_start_and_nothing_else_stops_for_it()
    {
        await using var office = await TeamsOffice.StartAsync(refusal: "AADSTS7000222");

        await Eventually.HoldsAsync("readiness says why", async () => (await ReadyAsync(office)).Problem?.Contains("Teams:ClientSecret has expired", StringComparison.Ordinal) is true);
        Assert.NotEmpty(await office.SendLeadAsync());
        Assert.DoesNotContain(office.Log.Lines, line => line.Text.Contains(office.Teams.Settings.ClientSecret, StringComparison.Ordinal));

        office.Teams.Tokens.Refusal = null;
        var watch = office.Services.GetServices<IHostedService>().OfType<TeamsWatch>().Single();
        await Eventually.HoldsAsync("readiness is well", async () =>
        {
            await watch.LookAsync(default);
            return (await ReadyAsync(office)).Status == "ready";
        });
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_told()
    {
        await using var office = await TeamsOffice.StartAsync(withoutKeys: true);

        await Eventually.HoldsAsync("readiness says why", async () => (await ReadyAsync(office)).Problem?.Contains("Nothing that it signed can be taken", StringComparison.Ordinal) is true);
    }

    private static async Task<(string? Status, string? Problem)> ReadyAsync(TeamsOffice office)
    {
        using var response = await office.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        var teams = answer.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "teams");
        return (response.StatusCode == HttpStatusCode.OK ? answer.GetProperty("status").GetString() : null, teams.GetProperty("problem").GetString());
    }
}
