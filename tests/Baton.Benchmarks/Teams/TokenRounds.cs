using System.Diagnostics;
using Baton.Benchmarks.Figures;
using Baton.Teams;
using Baton.Teams.StandIn;
using Baton.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Benchmarks.Teams;

/// <summary>How many tokens one core validates in a second, with the keys known and each token checked in full.</summary>
internal static class TokenRounds
{
    private const int Different = 64;

    public static async Task AddAsync(FigureTable table, StrictTeams teams, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var options = new TeamsOptions { AppId = teams.Settings.AppId, TenantId = teams.Settings.TenantId, ClientSecret = teams.Settings.ClientSecret, Authority = teams.Address.AbsoluteUri };
        await using var services = new ServiceCollection().AddLogging().AddTeamsWire(options).BuildServiceProvider();
        var (tokens, origin) = (services.GetRequiredService<IActivityTokens>(), new ActivityOrigin(teams.ServiceUrl.AbsoluteUri, "msteams"));
        string[] headers = [.. Enumerable.Range(0, Different).Select(_ => $"Bearer {Numbered(teams)}")];
        await RoundAsync(tokens, headers, origin, cancellation);
        var rounds = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            rounds.Add(await RoundAsync(tokens, headers, origin, cancellation));
            plan.Say($"{rounds[^1]:0} tokens/s on one core");
        }

        var series = new Series(rounds);
        table.Add("Teams tokens validated/s, one core", series.Show("0"), "10000 wanted", series.Median / 10_000, "≥ 1.00");
    }

    private static string Numbered(StrictTeams teams)
    {
        var claims = teams.ChannelClaims();
        claims["jti"] = Guid.NewGuid().ToString("N");
        return teams.ChannelKey.Sign(claims);
    }

    // One after the other on one thread: all keys are known, so that nothing is waited for.
    private static async Task<double> RoundAsync(IActivityTokens tokens, string[] headers, ActivityOrigin origin, CancellationToken cancellation)
    {
        var (now, start, done) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1))
        {
            if (await tokens.VerifyAsync(headers[done++ % headers.Length], origin, now, cancellation) is not TokenVerdict.Trusted)
            {
                throw new InvalidOperationException("A right token was not believed.");
            }
        }

        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
