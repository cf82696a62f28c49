using Baton.Bot.Composition;
using Baton.Bot.Import;
using Baton.Bot.Intake;
using Baton.Handoffs.Chat;
using Microsoft.Extensions.Options;

namespace Baton.Bot.Api;

/// <summary>Adds the API to a host.</summary>
internal static class ApiServices
{
    /// <summary>
    /// Adds everything that <see cref="ApiRoutes.MapApi"/> needs but the ports and desks: the host adds <c>HandoffDesk</c>, <c>LeadDesk</c>, <c>IHandoffStore</c>,
    /// <c>ILeadIndex</c>, <c>IFacts</c>, <c>IIdempotencyKeys</c>, <c>IChatDesk</c>, <c>ITableHealth</c>, <c>TimeProvider</c>, and an <see cref="IReadiness"/> for each worker.
    /// </summary>
    internal static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection(ImportOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>();
        services.AddSingleton<ApiKeys>().AddSingleton<FailedAttempts>();
        services.AddSingleton<LeadBatch>().AddSingleton<HandoffFinder>().AddSingleton<OutcomeDesk>().AddSingleton<HandoffList>();
        services.AddSingleton(provider => new ImportRun(
            provider.GetRequiredService<LeadBatch>(),
            provider.GetRequiredService<IOptions<ImportOptions>>().Value,
            provider.GetRequiredService<Settings>().Scoring.EffectiveRequiredFields));
        services.AddSingleton<IReadiness, StoreReadiness>();

        // How long a check may take is a matter of the machine's own clock, also where a demo runs on a faster one.
        services.AddSingleton(provider => new ReadinessCheck(provider.GetServices<IReadiness>(), provider.GetServices<IPlatformHealth>(), TimeProvider.System));
        services.AddOpenApi(ApiRoutes.Document, DescribedRoutes.DescribeKeys);
        return services;
    }
}
