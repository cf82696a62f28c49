using Baton.Bot.Composition;
using Baton.Webhooks;

namespace Baton.Bot.Commands;

/// <summary>What <c>baton doctor</c> finds of webhooks; nothing when there are none.</summary>
internal static class WebhookDoctor
{
    /// <summary>Looks at each.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<WebhookFinding>> RunAsync(Settings settings, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddWebhooks(settings.Webhooks).BuildServiceProvider();
        return await new WebhookCheckup(services.GetRequiredService<HookSender>(), settings.Webhooks).RunAsync(cancellation);
    }
}
