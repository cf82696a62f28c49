namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>One host for the tests of a class, each with leads of its own.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    internal ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
