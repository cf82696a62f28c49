using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Edges;

/// <summary>Registers what every platform's edge answers with in time.</summary>
public static class EdgeServices
{
    /// <summary>
    /// Adds <see cref="Promptly"/> and <see cref="RunningWork"/>, once for all edges. How long a platform waits is told by the world's clock, whatever clock
    /// the rest of the process has.
    /// </summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(RunningWork)))
        {
            return services;
        }

        return services
            .AddSingleton(s => new RunningWork(TimeProvider.System, s.GetRequiredService<ILogger<RunningWork>>()))
            .AddSingleton<IHostedService>(s => s.GetRequiredService<RunningWork>())
            .AddSingleton(s => new Promptly(s.GetRequiredService<RunningWork>(), TimeProvider.System));
    }
}
