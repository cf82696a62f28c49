using Baton.Teams.Installing;
using Baton.Teams.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Installing;

public sealed class TeamsCheckupTests
{
    [Fact]
    public async Task It_says_where_Baton_is_whom_it_sees_and_of_which_channel_nothing_is_known()
    {
        await using var office = await TeamsOffice.StartAsync();

        var findings = await LookAsync(office, office.Sales, "19:nowhere@thread.tacv2");

        Assert.Contains(findings, f => f.Fine && f.Text.Contains("sees 5 member(s)", StringComparison.Ordinal));
        Assert.Contains(findings, f => !f.Fine && f.Text.StartsWith("19:nowhere@thread.tacv2: Teams has told nothing of it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_team_that_Baton_was_removed_from_is_named_with_what_to_do()
    {
        await using var office = await TeamsOffice.StartAsync();
        office.Teams.SetInstalled(office.Sales, false);

        var findings = await LookAsync(office, office.Sales);

        Assert.Contains(findings, f => !f.Fine && f.Text.Contains(office.Sales, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_that_the_secret_has_run_out_and_that_keys_cannot_be_fetched()
    {
        await using var office = await TeamsOffice.StartAsync(refusal: "AADSTS7000222", withoutKeys: true);

        var findings = await LookAsync(office);

        Assert.Contains(findings, f => !f.Fine && f.Text.Contains("Teams:ClientSecret has expired", StringComparison.Ordinal));
        Assert.Contains(findings, f => !f.Fine && f.Text.Contains("The keys of the channel service cannot be fetched", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<TeamsFinding>> LookAsync(TeamsOffice office, params string[] channels) =>
        ActivatorUtilities.CreateInstance<TeamsCheckup>(office.Services).RunAsync(channels, default);
}
