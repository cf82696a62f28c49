using Baton.Bot.Composition;
using Baton.Handoffs.Routing;
using Baton.Slack;
using Baton.Slack.Api;
using Baton.Slack.Installing;

namespace Baton.Bot.Commands;

/// <summary>What <c>baton doctor</c> finds of Slack; nothing when Slack is off.</summary>
internal static class SlackDoctor
{
    public static async Task<IReadOnlyList<SlackFinding>> RunAsync(Settings settings, CancellationToken cancellation)
    {
        if (!settings.Slack.IsOn)
        {
            return [];
        }

        await using var services = new ServiceCollection().AddLogging().AddSlack(settings.Slack).BuildServiceProvider();
        return await new SlackCheckup(services.GetRequiredService<SlackClient>(), settings.Slack).RunAsync(ChannelsOf(settings), cancellation);
    }

    /// <summary>Every channel that the configuration names.</summary>
    internal static IReadOnlyCollection<string> ChannelsOf(Settings settings) =>
    [
        .. settings.Routing.EffectivePools.Select(p => p.Sales).Append(settings.Routing.Marketing).Concat(settings.Digests.Recipients.Select(r => r.Place))
            .Select(Place.Parse).Where(p => p.Platform == SlackPlatform.PlatformName).Select(p => p.Id).Distinct(StringComparer.Ordinal),
    ];
}
