using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Handoffs.People;
using Baton.Teams.Connector;
using Baton.Teams.Events;
using Baton.Teams.Files;
using Baton.Teams.Http;
using Baton.Teams.People;
using Baton.Teams.Places;
using Baton.Teams.Sending;
using Baton.Teams.Watching;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Teams;

/// <summary>Registers what takes in everything that people do in Teams, and what posts there.</summary>
public static class TeamsEdgeServices
{
    /// <summary>
    /// Adds it, beside the connector and the tokens; an <see cref="ITeamsMemory"/> is registered beside. What Teams waits for is told by the world's clock, whatever clock the rest of the
    /// process has.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="inUse">The conversations that the configuration names.</param>
    public static IServiceCollection AddTeamsEdge(this IServiceCollection services, PlacesInUse inUse) => services
        .AddAnswering()
        .AddSingleton(inUse)
        .AddSingleton(s => new TeamsDirectory(s.GetRequiredService<ITeamsMemory>(), TimeProvider.System))
        .AddSingleton(s => new TeamsPeople(s.GetRequiredService<IConnector>(), s.GetRequiredService<TeamsDirectory>(), s.GetRequiredService<Roster>(), TimeProvider.System))
        .AddSingleton(s => new DirectPlaces(
            s.GetRequiredService<IConnector>(), s.GetRequiredService<TeamsDirectory>(), s.GetRequiredService<TeamsPeople>(), s.GetRequiredService<TeamsOptions>(), TimeProvider.System))
        .AddSingleton<CardViews>()
        .AddSingleton(s => new TeamsPlatform(
            s.GetRequiredService<IConnector>(), s.GetRequiredService<TeamsDirectory>(), s.GetRequiredService<DirectPlaces>(), s.GetRequiredService<CardViews>(), s.GetRequiredService<TeamsOptions>()))
        .AddSingleton<IChatPlatform>(s => s.GetRequiredService<TeamsPlatform>())
        .AddSingleton(new SeenEvents<Taken>(Taken.Again))
        .AddSingleton<TeamsVisitors>()
        .AddSingleton<OwnPlaces>()
        .AddSingleton<Presses>()
        .AddSingleton<PrivateWord>()
        .AddSingleton<CardInvokes>()
        .AddSingleton<Dialogs>()
        .AddSingleton(s => new FileUploads(
            new WireTransport(s.GetRequiredService<IHttpClientFactory>(), FileUploads.Client, TimeProvider.System) { Limit = FileUploads.Limit }, s.GetRequiredService<ServiceUrls>()))
        .AddSingleton<ExportFiles>()
        .AddSingleton<CommandAnswers>()
        .AddSingleton<HomeCards>()
        .AddSingleton<Greetings>()
        .AddSingleton<IGreeter>(s => s.GetRequiredService<Greetings>())
        .AddSingleton<Conversations>()
        .AddSingleton<Installations>()
        .AddSingleton<Reception>()
        .AddSingleton<TeamsDoor>()
        .AddSingleton<IPlatformHealth>(s => s.GetRequiredService<TeamsHealth>())
        .AddHostedService(s => new TeamsWatch(s.GetRequiredService<TeamsProbe>(), s.GetRequiredService<TeamsHealth>(), TimeProvider.System, s.GetRequiredService<ILogger<TeamsWatch>>()));
}
