using Baton.Handoffs.Chat;
using Baton.Handoffs.Replicas;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Events;
using Baton.Slack.Http;
using Baton.Slack.Installing;
using Baton.Slack.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack;

/// <summary>Registers what takes in everything that people do in Slack.</summary>
public static class SlackEdgeServices
{
    /// <summary>
    /// Adds it, beside <see cref="SlackServices.AddSlack"/>. What Slack waits for, and the time at which it signed, are told by the world's clock,
    /// whatever clock the rest of the process has.
    /// </summary>
    public static IServiceCollection AddSlackEdge(this IServiceCollection services, SlackOptions options)
    {
        services
            .AddSingleton<IPlatformHealth>(s => s.GetRequiredService<SlackHealth>())
            .AddSingleton(new SeenEvents<Ack>(Ack.Again))
            .AddAnswering()
            .AddSingleton<Visitors>()
            .AddSingleton<PrivateWord>()
            .AddSingleton<Modals>()
            .AddSingleton(_ => new OpenPages(TimeProvider.System))
            .AddSingleton<IPersonalPages>(s => s.GetRequiredService<OpenPages>())
            .AddSingleton<HomePages>()
            .AddHostedService(s => new FollowingPages(
                s.GetRequiredService<OpenPages>(), s.GetRequiredService<HomePages>(), s.GetRequiredService<Visitors>(), TimeProvider.System, s.GetRequiredService<ILogger<FollowingPages>>()))
            .AddHostedService(s => new PagesOfOthers(s.GetRequiredService<OpenPages>(), s.GetService<IReplicas>() ?? IReplicas.Alone, TimeProvider.System))
            .AddSingleton<Clicks>()
            .AddSingleton<Submissions>()
            .AddSingleton<ExportFiles>()
            .AddSingleton<CommandAnswers>()
            .AddSingleton<SlashCommands>()
            .AddSingleton<Conversations>()
            .AddSingleton<Reception>()
            .AddHostedService(s => new TokenWatch(s.GetRequiredService<SlackClient>(), s.GetRequiredService<SlackHealth>(), TimeProvider.System, s.GetRequiredService<ILogger<TokenWatch>>()));
        if (options.InstallsByClick)
        {
            services.AddSingleton(_ => new InstallState(options.ClientSecret, TimeProvider.System)).AddSingleton(s => new InstallDesk(
                s.GetRequiredService<SlackOAuth>(), s.GetRequiredService<ISlackGrants>(), s.GetRequiredService<InstallState>(), s.GetRequiredService<SlackHealth>(), options, TimeProvider.System, s.GetRequiredService<ILogger<InstallDesk>>()));
        }

        return options.UsesSockets ? services
            .AddSingleton<SocketAddress>()
            .AddHostedService(s => new SocketMode(
                s.GetRequiredService<SocketAddress>(), s.GetRequiredService<Reception>(), s.GetRequiredService<SlackHealth>(), options, TimeProvider.System, s.GetRequiredService<ILogger<SocketMode>>()))
            : services
            .AddSingleton(_ => new SlackSignature(options.SigningSecrets, TimeProvider.System))
            .AddSingleton<ReplayGuard>()
            .AddSingleton<SlackDoor>();
    }
}
