using Baton.Handoffs.Chat;
using Baton.Handoffs.Replicas;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Events;
using Baton.Slack.People;
using Baton.Slack.Sending;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Baton.Slack;

/// <summary>Registers the Web API client, the platform and the people of Slack.</summary>
public static class SlackServices
{
    /// <summary>
    /// Adds them. An app that rotates its tokens (<see cref="SlackOptions.RefreshToken"/>) or is installed by a click (<see cref="SlackOptions.PublicUrl"/>) needs an <see cref="ISlackGrants"/> registered beside.
    /// All of them live in the world's time, whatever clock the rest of the process has: Slack's limits do.
    /// </summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        services.AddMetrics();
        services.AddWireClient(SlackTransport.Client);
        services.TryAddSingleton(options);
        return services
            .AddSingleton<SlackMeter>()
            .AddSingleton<SlackHealth>()
            .AddSingleton(s => new SlackTransport(s.GetRequiredService<IHttpClientFactory>(), TimeProvider.System))
            .AddSingleton(s => new SlackPace(TimeProvider.System, s.GetService<IReplicas>()))
            .AddSingleton<SlackOAuth>()
            .AddSingleton(s => new RotatingTokens(s.GetRequiredService<SlackOAuth>(), s.GetRequiredService<ISlackGrants>(), options, TimeProvider.System, s.GetRequiredService<ILogger<RotatingTokens>>()))
            .AddSingleton(s => Tokens(s, options))
            .AddSingleton(s => new SlackClient(
                s.GetRequiredService<SlackTransport>(), s.GetRequiredService<ISlackTokens>(), s.GetRequiredService<SlackPace>(), s.GetRequiredService<SlackMeter>(), s.GetRequiredService<SlackHealth>(), options, TimeProvider.System, s.GetRequiredService<ILogger<SlackClient>>()))
            .AddSingleton(s => new SlackWorkspace(s.GetRequiredService<SlackClient>(), TimeProvider.System))
            .AddSingleton(s => new SlackPeople(s.GetRequiredService<SlackClient>(), s.GetRequiredService<SlackWorkspace>(), TimeProvider.System, s.GetRequiredService<ILogger<SlackPeople>>()))
            .AddSingleton(s => new DirectPlaces(s.GetRequiredService<SlackClient>(), s.GetRequiredService<SlackPeople>(), TimeProvider.System))
            .AddSingleton(s => new SentMessages(s.GetRequiredService<SlackClient>(), TimeProvider.System, s.GetRequiredService<ILogger<SentMessages>>()))
            .AddSingleton<SlackFiles>()
            .AddSingleton<SlackPlatform>()
            .AddSingleton<IChatPlatform>(s => s.GetRequiredService<SlackPlatform>());
    }

    private static ISlackTokens Tokens(IServiceProvider services, SlackOptions options) =>
        options.InstallsByClick ? new InstalledTokens(services.GetRequiredService<ISlackGrants>(), services.GetRequiredService<RotatingTokens>(), options)
        : options.RefreshToken.Length > 0 ? services.GetRequiredService<RotatingTokens>()
        : new ConfiguredTokens(options);
}
