using Baton.Teams.Connector;
using Baton.Teams.StandIn;

namespace Baton.Teams.Tests.Connector.Credentials;

/// <summary>
/// Managed identities, as App Service offers them: their endpoint is named by environment variables, which belong to the whole process, so these tests run one after the other.
/// </summary>
[CollectionDefinition(nameof(ManagedIdentityTests), DisableParallelization = true)]
[Collection(nameof(ManagedIdentityTests))]
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private const string Endpoint = "IDENTITY_ENDPOINT";
    private const string Header = "IDENTITY_HEADER";

    // The library looks where it is once in a process, so there is one of it for all tests.
    private static readonly Lazy<Task<StrictTeams>> Machine = new(async () =>
    {
        var teams = await StrictTeams.StartAsync();
        Environment.SetEnvironmentVariable(Endpoint, $"{teams.Address}identity/token");
        Environment.SetEnvironmentVariable(Header, teams.Tokens.IdentityHeader);
        return teams;
    });

    private StrictTeams machine = null!;

    public async Task InitializeAsync() => machine = await Machine.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_bot_is_a_managed_identity()
    {
        await using var parts = Wire.TeamsParts.Of(machine, options => (options.ClientSecret, options.ManagedIdentity) = ("", true));
        var team = machine.AddTeam();

        Assert.IsType<ConnectorReply<string>.Done>(await parts.Connector.SendAsync(machine.ServiceUrl, team, ConnectorHouse.Message("hello"), CancellationToken.None));
        Assert.Contains("identity https://api.botframework.com", machine.Tokens.Asked);
    }

    [Fact]
    public async Task A_managed_identity_vouches_for_the_bot()
    {
        machine.Tokens.TrustsIdentities = true;
        await using var parts = Wire.TeamsParts.Of(machine, options => (options.ClientSecret, options.FederatedIdentity) = ("", "3f0a2f7e-8a6e-4a06-9f9b-2f5b7d0c1a55"));
        var team = machine.AddTeam();

        Assert.IsType<ConnectorReply<string>.Done>(await parts.Connector.SendAsync(machine.ServiceUrl, team, ConnectorHouse.Message("hello"), CancellationToken.None));
        Assert.Contains("identity api://AzureADTokenExchange", machine.Tokens.Asked);
        Assert.Contains("assertion https://api.botframework.com/.default", machine.Tokens.Asked);
    }

    // What the cloud's own Entra makes of it is another matter: that of this machine is the public one.
    [Theory]
    [InlineData(TeamsCloud.UsGovernment, "api://AzureADTokenExchangeUSGov")]
    [InlineData(TeamsCloud.China, "api://AzureADTokenExchangeChina")]
    public async Task A_managed_identity_vouches_for_the_bot_with_a_token_for_the_exchange_of_its_cloud(TeamsCloud cloud, string audience)
    {
        await using var parts = Wire.TeamsParts.Of(machine, options => (options.Cloud, options.ClientSecret, options.FederatedIdentity) = (cloud, "", "3f0a2f7e-8a6e-4a06-9f9b-2f5b7d0c1a55"));

        await parts.Connector.SendAsync(machine.ServiceUrl, machine.AddTeam(), ConnectorHouse.Message("hello"), CancellationToken.None);

        Assert.Contains($"identity {audience}", machine.Tokens.Asked);
    }
}
