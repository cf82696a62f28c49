using Baton.Bot.Tokens;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.StandIn;
using Baton.Slack.Tests.Wire;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Tokens;

/// <summary>One process with its own connection to the store's file, as far as Slack's tokens are concerned.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly SqliteTableEngine engine;
    private readonly SlackParts parts;

    private Replica(SqliteTableEngine engine, SlackParts parts, ISlackGrants grants) => (this.engine, this.parts, Grants) = (engine, parts, grants);

    public ISlackGrants Grants { get; }

    public static async Task<Replica> StartAsync(StrictSlack slack, string file, string? refreshToken = null, Func<ITableEngine, ITableEngine>? through = null)
    {
        var options = new SlackOptions
        {
            BotToken = slack.Settings.BotToken,
            RefreshToken = refreshToken ?? slack.Settings.RefreshToken,
            ClientId = slack.Settings.ClientId,
            ClientSecret = slack.Settings.ClientSecret,
            ApiUrl = slack.ApiUrl.AbsoluteUri,
        };
        var engine = new SqliteTableEngine(new SqliteTableOptions { Path = file });
        await engine.CreateTablesAsync([TableSlackGrants.Table], default);
        var grants = new TableSlackGrants(through?.Invoke(engine) ?? engine, options);
        var parts = SlackParts.Of(options, null, services => services.AddSingleton<ISlackGrants>(grants));
        return new Replica(engine, parts, grants);
    }

    public Task<SlackAnswer> CallAsync() => parts.Client.CallAsync(SlackMethod.AuthTest, [], default);

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await engine.DisposeAsync();
    }
}
