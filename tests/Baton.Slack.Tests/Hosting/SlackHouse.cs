using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Baton.Bot.Composition;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Places;
using Baton.Slack.StandIn;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.Hosting;

/// <summary>The whole product on a real server and a real store, in a workspace of its own.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    // That Slack is answered within three seconds is measured end to end.
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("baton-slack-").FullName;
    private WebApplication app = null!;
    private int leads;

    private SlackHouse(StrictSlack slack)
    {
        Slack = slack;
        Robin = slack.AddUser("Robin Rep", "robin@sales.example");
        Ren = slack.AddUser("蓮", "ren@sales.example", u => u with { Locale = "ja-JP" });
        Kim = slack.AddUser("Kim", "kim@sales.example");
        Mio = slack.AddUser("澪", "mio@marketing.example", u => u with { Locale = "ja-JP" });
        Olga = slack.AddUser("Olga", "olga@ops.example");
        Sales = slack.AddChannel("sales");
        Spare = slack.AddChannel("spare");
        Marketing = slack.AddChannel("marketing");
    }

    public StrictSlack Slack { get; }

    public WorkspaceUser Robin { get; }

    public WorkspaceUser Ren { get; }

    public WorkspaceUser Kim { get; }

    public WorkspaceUser Mio { get; }

    public WorkspaceUser Olga { get; }

    public WorkspaceChannel Sales { get; }

    /// <summary>Where leads go while <see cref="Sales"/> takes none.</summary>
    public WorkspaceChannel Spare { get; }

    public WorkspaceChannel Marketing { get; }

    public HttpClient Client { get; private set; } = null!;

    public WrittenLog Log { get; } = new();

    public PlatformPatience Patience { get; } = new();

    public HeardPlaces Places { get; } = new();

    public IServiceProvider Services => app.Services;

    public SlowEngine Engine => (SlowEngine)Services.GetRequiredService<ITableEngine>();

    public static async Task<SlackHouse> StartAsync(bool sockets = false, Dictionary<string, string?>? more = null, StrictSlackSettings? workspace = null, Pulse? pulse = null)
    {
        var slack = await StrictSlack.StartAsync((workspace ?? new StrictSlackSettings()) with { SocketMode = sockets, TriggerLife = Unhurried });
        var house = new SlackHouse(slack);
        await house.RunAsync(sockets, more ?? [], pulse ?? new Pulse());
        (slack.Delivery.App, slack.Delivery.Patience) = (house.Client.BaseAddress, Unhurried);
        return house;
    }

    /// <summary>Sends a lead, and answers its card once everybody sees it.</summary>
    public async Task<SeenMessage> OfferAsync()
    {
        var id = await SendLeadAsync();
        return await Eventually.SomeAsync("the card is up", () => Slack.Messages(Sales).FirstOrDefault(m => m.Elements.Any(e => e.Value?.Contains(id, StringComparison.Ordinal) == true)));
    }

    /// <summary>Somebody acts by the API.</summary>
    public async Task ActAsync(string handoff, object act)
    {
        using var response = await Client.PostAsJsonAsync(new Uri($"/api/handoffs/{handoff}/actions", UriKind.Relative), act);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What was told to somebody alone; null when nothing was yet.</summary>
    public SeenMessage? WordTo(WorkspaceUser user) => Slack.Ephemerals(user) is [var first, ..] ? first : null;

    /// <summary>The handoff that a card shows.</summary>
    public static string HandoffOf(SeenMessage card) =>
        JsonElement.Parse(card.Elements.First(e => e.Value is not null).Value!).GetProperty("h").GetString()!;

    /// <summary>How a handoff stands, as the API tells it.</summary>
    public async Task<JsonElement> StandsAsync(string handoff) => await Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{handoff}", UriKind.Relative));

    public async Task<string> StateOfAsync(SeenMessage card) => (await StandsAsync(HandoffOf(card))).GetProperty("state").GetString()!;

    /// <summary>Ends the process in good order.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Slack.DisposeAsync();
        Directory.Delete(folder, true);
    }

    /// <summary>Sends a lead and answers its handoff.</summary>
    public async Task<string> SendLeadAsync()
    {
        var number = Interlocked.Increment(ref leads);
        using var body = new StringContent(
            $$"""
            { "externalId": "{{number}}", "source": "web", "campaign": "Expo", "qualified": true,
              "contact": { "name": "恵 佐々木", "email": "sasaki{{number}}@buyer.example", "title": "CTO", "phone": "03-3489-2278" }, "company": { "name": "西日本建材株式会社 {{number}}" } }
            """,
            Encoding.UTF8,
            "application/json");
        using var response = await Client.PostAsync(new Uri("/api/leads", UriKind.Relative), body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("results")[0].GetProperty("handoff").GetString()!;
    }

    private async Task RunAsync(bool sockets, Dictionary<string, string?> more, Pulse pulse)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Rules(sockets)).AddInMemoryCollection(more).Build();
        var (settings, errors) = SettingsReader.Read(configuration);
        Assert.Empty(errors);
        app = BatonHost.Build(configuration, settings!, "http://127.0.0.1:0", TimeProvider.System, pulse, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
            Patience.AddTo(services);
            services.AddSingleton<IPlaceHealth>(s => Places.Over(s.GetRequiredService<PlaceHealth>()));
            services.AddSingleton<ITableEngine>(s => new SlowEngine(s.GetRequiredService<SqliteTableEngine>()));
        });
        await BatonHost.PrepareAsync(app.Services, default);
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    private Dictionary<string, string?> Rules(bool sockets)
    {
        var rules = new Dictionary<string, string?>
        {
            ["Store:Connection"] = $"Data Source={Path.Combine(folder, "baton.db")}",
            ["Console:Enabled"] = "false",
            ["Slack:BotToken"] = Slack.Settings.BotToken,
            ["Slack:RefreshToken"] = Slack.Settings.RefreshToken,
            ["Slack:ClientId"] = Slack.Settings.Rotates ? Slack.Settings.ClientId : "",
            ["Slack:ClientSecret"] = Slack.Settings.Rotates ? Slack.Settings.ClientSecret : "",
            ["Slack:ApiUrl"] = Slack.ApiUrl.ToString(),
            [sockets ? "Slack:AppToken" : "Slack:SigningSecrets:0"] = sockets ? Slack.Settings.AppToken : Slack.Settings.SigningSecret,
            ["Routing:Pools:0:Name"] = "sales",
            ["Routing:Pools:0:Sales"] = $"slack:{Sales.Id}",
            ["Routing:Pools:0:Fallback"] = $"slack:{Spare.Id}",
            ["Routing:Marketing"] = $"slack:{Marketing.Id}",
            ["Routing:Rules:0:Name"] = "everything",
            ["Routing:Rules:0:Pool"] = "sales",
        };
        foreach (var (at, user, role) in new[] { (0, Robin, "rep"), (1, Ren, "rep"), (2, Kim, "manager"), (3, Mio, "marketer"), (4, Olga, "operator") })
        {
            rules[$"People:{at}:Email"] = user.Email;
            rules[$"People:{at}:Name"] = user.Name;
            rules[$"People:{at}:Roles:0"] = role;
            rules[$"People:{at}:Pools:0"] = "sales";

            // At work at any hour: what reaches people in their working time only must reach them whenever the tests run.
            rules[$"People:{at}:Calendar"] = "always";
        }

        return rules;
    }
}
