using Baton.Tables;
using Baton.Tables.Azure;
using Baton.Tables.Tests.Azure;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.EndToEnd.RoundTrips;

/// <summary>Round trips to an account of table storage.</summary>
public sealed class AzureRoundTripTests : RoundTripTests
{
    private Azurite? azurite;

    protected override async Task<string> ConnectionAsync(string file) => (azurite = await Azurite.StartAsync()).ConnectionString;

    protected override ITableEngine Inner(IServiceProvider services) => services.GetRequiredService<AzureTableEngine>();

    protected override async Task EndAsync() => await azurite!.DisposeAsync();
}
