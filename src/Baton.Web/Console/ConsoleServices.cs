using Baton.Handoffs.Chat;
using Baton.Web.Console.Http;
using Baton.Web.Console.Live;
using Baton.Web.Console.Places;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Web.Console;

/// <summary>Adds the console to a host.</summary>
public static class ConsoleServices
{
    /// <summary>
    /// Adds <see cref="ConsolePlatform"/>, also as an <see cref="IChatPlatform"/> when the console is on. The host adds <c>Roster</c>,
    /// <see cref="Messages.IConsoleMessages"/>, <see cref="IChatDesk"/> and <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration, of which section <see cref="ConsoleOptions.Section"/> is read.</param>
    /// <param name="cards">How cards are written and forms are read.</param>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration, ConsoleCards cards)
    {
        var section = configuration.GetSection(ConsoleOptions.Section);
        services.AddOptions<ConsoleOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConsoleOptions>, ConsoleOptionsValidator>());
        services.AddSingleton(cards).AddSingleton<ConsoleFeed>().AddSingleton<ConsolePlaces>().AddSingleton<ConsolePlatform>().AddSingleton<ConsoleSay>();
        if (section.GetValue<bool>(nameof(ConsoleOptions.Enabled)))
        {
            services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<ConsolePlatform>());
        }

        return services;
    }
}
