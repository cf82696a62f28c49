using Baton.Slack.Api;
using Baton.Slack.People;
using Baton.Slack.StandIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.Wire;

/// <summary>Slack's part of the product as the host composes it, with its logs in hand.</summary>
internal sealed class SlackParts : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SlackParts(ServiceProvider services, LogLines logs) => (this.services, Logs) = (services, logs);

    public LogLines Logs { get; }

    public SlackClient Client => Get<SlackClient>();

    public SlackPlatform Platform => Get<SlackPlatform>();

    public SlackPeople People => Get<SlackPeople>();

    /// <summary>How long one call may take.</summary>
    public TimeSpan Limit => Get<SlackTransport>().Limit;

    /// <summary>Parts that talk to a Web API at that address.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="time">What measures how long one call may take; the real time usually.</param>
    /// <param name="change">What is registered besides.</param>
    public static SlackParts Of(SlackOptions options, TimeProvider? time = null, Action<IServiceCollection>? change = null)
    {
        var logs = new LogLines();
        var all = new ServiceCollection().AddSlack(options).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        if (time is not null)
        {
            all.AddSingleton(s => new SlackTransport(s.GetRequiredService<IHttpClientFactory>(), time));
        }

        change?.Invoke(all);
        return new SlackParts(all.BuildServiceProvider(), logs);
    }

    /// <summary>Parts that talk to that workspace.</summary>
    public static SlackParts Of(StrictSlack slack, TimeProvider? time = null, Action<SlackOptions>? change = null)
    {
        var options = new SlackOptions { BotToken = slack.Settings.BotToken, AppToken = slack.Settings.AppToken, ApiUrl = slack.ApiUrl.AbsoluteUri, SigningSecrets = { slack.Settings.SigningSecret } };
        change?.Invoke(options);
        return Of(options, time);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
