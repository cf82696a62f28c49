using Baton.Handoffs.Webhooks;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Webhooks;

/// <summary>Registers what tells hooks.</summary>
public static class WebhookServices
{
    /// <summary>Adds it. It lives in the world's time, whatever clock the rest of the process has: receivers refuse what is dated otherwise.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="endpoints">Those that are configured.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IReadOnlyList<HookEndpoint> endpoints) => services
        .AddWireClient(HookTransport.Client)
        .AddSingleton(endpoints)
        .AddSingleton(s => new HookTransport(s.GetRequiredService<IHttpClientFactory>(), TimeProvider.System, HookTransport.Limit))
        .AddSingleton(s => ActivatorUtilities.CreateInstance<HookSender>(s, TimeProvider.System))
        .AddSingleton<IHookSender>(s => s.GetRequiredService<HookSender>());
}
