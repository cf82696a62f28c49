using System.Text.Json.Nodes;
using Baton.Bot.Composition;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Slack;
using Baton.Slack.Api;
using Baton.Slack.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Baton.EndToEnd.Slack;

/// <summary>Marketing delivers a whole list at once. The whole product runs on a real store; only what Slack allows comes back faster, on both sides alike.</summary>
public sealed class SlackBurstTests : IAsyncLifetime
{
    private const int Leads = 500;
    private const int Hot = 20;
    private const double Speed = 20;

    private readonly TempFolder folder = new();
    private StrictSlack slack = null!;
    private WebApplication baton = null!;
    private WorkspaceChannel sales = null!;
    private WorkspaceUser manager = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.Limits.Speed = Speed;
        sales = slack.AddChannel("sales");
        manager = slack.AddUser("Manager", SalesHouse.Manager);
        SalesHouse.Settle(folder.Path, Settle);
        var configuration = new ConfigurationBuilder().AddJsonFile(folder["appsettings.json"]).Build();
        var (settings, errors) = SettingsReader.Read(configuration);
        Assert.Empty(errors);
        baton = BatonHost.Build(configuration, settings!, "http://127.0.0.1:0", TimeProvider.System, new Pulse { Sweep = new Pulse().Sweep / Speed }, Quicken);
        await BatonHost.PrepareAsync(baton.Services, CancellationToken.None);
        await baton.StartAsync();
        slack.Delivery.App = new Uri(baton.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await baton.DisposeAsync();
        await slack.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Five_hundred_leads_at_once_become_five_hundred_cards_hot_ones_first_while_commands_are_answered()
    {
        using var client = new HttpClient { BaseAddress = slack.Delivery.App, Timeout = TimeSpan.FromSeconds(60) };
        var leads = Enumerable.Range(0, Leads).Select(i => LeadSender.Lead($"burst{i}", $"Company {i:D3}", score: IsHot(i) ? 95 : 65));

        await LeadSender.SendAsync(client, new JsonArray([.. leads]));
        var (answers, lines) = (new List<AppAnswer>(), new HashSet<string>());
        await Until.HoldsAsync(
            $"{Leads} cards",
            async () =>
            {
                answers.Add(await slack.CommandAsync(manager, sales, "/funnel", "queue"));
                lines.UnionWith(Lines());
                return Cards().Count >= Leads;
            },
            TimeSpan.FromSeconds(90),
            () => $"{Cards().Count} cards; posts by second: {Posts()}; {string.Join(", ", slack.Calls.GroupBy(c => $"{c.Method} {c.Outcome}").Select(g => $"{g.Key}: {g.Count()}"))}",
            TimeSpan.FromMilliseconds(500));

        var companies = Cards();
        Assert.Equal(Leads, companies.Distinct().Count());
        Assert.Equal(Leads, companies.Count);
        Assert.All(answers, a => Assert.True(a.Ok, $"a command took {a.Took}"));
        Assert.True(answers.Count > 5, $"{answers.Count} commands were answered meanwhile");
        Assert.Single(lines);
        Assert.InRange(slack.Limits.TurnedAway, 0, Leads / 100);
        var (hot, others) = (MeanRank(companies, true), MeanRank(companies, false));
        Assert.True(hot < others / 2, $"Hot leads were card {hot:0} on average, others card {others:0}.");
    }

    /// <summary>The companies whose cards are up, in the order in which they came up.</summary>
    private List<string> Cards() =>
    [
        .. slack.Messages(sales).Where(m => m.ByApp && m.Elements.Any(e => e.ActionId == "accept"))
            .Select(m => System.Text.RegularExpressions.Regex.Match(m.Words, @"Company \d{3}").Value),
    ];

    /// <summary>The messages that say how many more are waiting, by their ids: one at any time, brought up to date.</summary>
    private IEnumerable<string> Lines() =>
        slack.Messages(sales).Where(m => m.ByApp && m.Words.Contains("more leads are waiting for their turn here", StringComparison.Ordinal)).Select(m => m.Ts);

    // Spread over the whole list: in the order of arrival both kinds would be card 250 on average.
    private static bool IsHot(int lead) => lead % (Leads / Hot) == 7;

    private static double MeanRank(List<string> companies, bool hot) =>
        Enumerable.Range(0, Leads).Where(i => IsHot(i) == hot).Average(i => companies.IndexOf($"Company {i:D3}") + 1);

    private string Posts() =>
        string.Join(' ', slack.Calls.Where(c => c.Method == "chat.postMessage").GroupBy(c => c.At.ToUnixTimeSeconds() - slack.Calls[0].At.ToUnixTimeSeconds()).Select(g => $"{g.Key}:{g.Count()}"));

    private void Settle(JsonObject settings)
    {
        settings["Console"] = new JsonObject { ["Enabled"] = false };
        settings["Store"] = new JsonObject { ["Connection"] = $"Data Source={folder[SalesHouse.StoreFile]}" };
        SlackSection.Put(settings, slack, sales, sales);
    }

    private static void Quicken(IServiceCollection services)
    {
        services.AddLogging(logging => logging.ClearProviders());
        services.RemoveAll<IChatPlatform>();
        services.AddSingleton<IChatPlatform>(s => new QuickPlatform(s.GetRequiredService<SlackPlatform>(), Speed));
        services.AddSingleton(new SlackPace(new QuickTime(Speed)));
    }
}
