using Baton.Bot.Composition;
using Baton.Bot.Tokens;
using Baton.Handoffs.Routing;
using Baton.Slack;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Installing;
using Baton.Tables;

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

        // A token that expires is looked for where the product keeps it, and renewed there when it is time: a refresh token works only once.
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddEngine(settings.Store).AddSlack(settings.Slack)
            .AddSingleton<ISlackGrants>(s => new TableSlackGrants(s.GetRequiredService<ITableEngine>(), settings.Slack)).BuildServiceProvider();
        if (settings.Slack.RefreshToken.Length > 0 || settings.Slack.InstallsByClick)
        {
            try
            {
                await services.GetRequiredService<ITableEngine>().CreateTablesAsync([TableSlackGrants.Table], cancellation);
            }
            catch (TableUnavailableException error)
            {
                return [new SlackFinding(false, $"Its token is kept in the store, which cannot be used: {error.Message}")];
            }
        }

        return await new SlackCheckup(services.GetRequiredService<SlackClient>(), settings.Slack).RunAsync(ChannelsOf(settings), cancellation);
    }

    /// <summary>Every channel that the configuration names.</summary>
    internal static IReadOnlyCollection<string> ChannelsOf(Settings settings) => settings.PlacesOf(SlackPlatform.PlatformName);
}
