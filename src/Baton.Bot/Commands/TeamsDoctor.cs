using Baton.Bot.Composition;
using Baton.Bot.Teams;
using Baton.Tables;
using Baton.Teams;
using Baton.Teams.Connector;
using Baton.Teams.Installing;
using Baton.Teams.Watching;

namespace Baton.Bot.Commands;

/// <summary>What <c>baton doctor</c> finds of Teams; nothing when Teams is off.</summary>
internal static class TeamsDoctor
{
    /// <summary>Looks at it.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<TeamsFinding>> RunAsync(Settings settings, CancellationToken cancellation)
    {
        if (!settings.Teams.IsOn)
        {
            return [];
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddEngine(settings.Store).AddTeamsWire(settings.Teams).BuildServiceProvider();
        var engine = services.GetRequiredService<ITableEngine>();
        try
        {
            await engine.CreateTablesAsync([TableTeamsMemory.Table], cancellation);
        }
        catch (TableUnavailableException error)
        {
            return [new TeamsFinding(false, $"What Teams told is kept in the store, which cannot be used: {error.Message}")];
        }

        return await new TeamsCheckup(services.GetRequiredService<IConnector>(), new TableTeamsMemory(engine), services.GetRequiredService<TeamsProbe>(), settings.Teams).RunAsync(settings.PlacesOf(TeamsPlatform.PlatformName), cancellation);
    }
}
