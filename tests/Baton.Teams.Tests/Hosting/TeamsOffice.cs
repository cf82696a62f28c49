using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Baton.Bot.Composition;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Routing;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Baton.Teams.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Tests.Hosting;

/// <summary>The whole product on a real server and a real store, in a tenant of its own.</summary>
internal sealed class TeamsOffice : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-teams-").FullName;
    private WebApplication app = null!;
    private int leads;

    private TeamsOffice(StrictTeams teams)
    {
        Teams = teams;
        Robin = teams.AddPerson("Robin Rep", "robin@sales.example");
        Ren = teams.AddPerson("蓮", "ren@sales.example", "ja-JP");
        Kim = teams.AddPerson("Kim", "kim@sales.example");
        Mio = teams.AddPerson("澪", "mio@marketing.example", "ja-JP");
        Gus = teams.AddPerson("Gus", "gus@agency.example", role: "guest");
        Sales = teams.AddTeam(Robin, Ren, Kim, Mio, Gus);
        Marketing = teams.AddChannel(Sales, "marketing");
    }

    public StrictTeams Teams { get; }

    public TeamsPerson Robin { get; }

    public TeamsPerson Ren { get; }

    public TeamsPerson Kim { get; }

    public TeamsPerson Mio { get; }

    /// <summary>A guest of the organisation.</summary>
    public TeamsPerson Gus { get; }

    /// <summary>The team's general channel, in which sales works.</summary>
    public string Sales { get; }

    public string Marketing { get; }

    public HttpClient Client { get; private set; } = null!;

    public PlatformPatience Patience { get; } = new();

    public IServiceProvider Services => app.Services;

    public SlowEngine Engine => (SlowEngine)Services.GetRequiredService<ITableEngine>();

    public WrittenLog Log { get; } = new();

    /// <summary>Starts everything, with the app in the team.</summary>
    /// <param name="more">What is configured differently.</param>
    /// <param name="installed">Whether the app is in the team.</param>
    /// <param name="refusal">The code with which Entra refuses Baton a token from the start, until <c>Tokens.Refusal</c> is null; the app is in no team then.</param>
    /// <param name="withoutKeys">Whether the channel service's keys cannot be fetched from the start.</param>
    /// <param name="settings">What is agreed with Teams; the usual when left out.</param>
    /// <param name="pulse">How long things take; the usual when left out.</param>
    public static async Task<TeamsOffice> StartAsync(Dictionary<string, string?>? more = null, bool installed = true, string? refusal = null, bool withoutKeys = false, StrictTeamsSettings? settings = null, Pulse? pulse = null)
    {
        var office = new TeamsOffice(await StrictTeams.StartAsync(settings));
        office.Teams.Tokens.Refusal = refusal;
        if (withoutKeys)
        {
            office.Teams.ChannelKeys.GoDown();
        }

        await office.RunAsync(more ?? [], pulse ?? new Pulse());
        office.Teams.Endpoint = new Uri(office.Client.BaseAddress!, "/api/messages");
        if (installed && refusal is null && !withoutKeys)
        {
            await office.Teams.InstallAsync(office.Sales, office.Kim);
        }

        return office;
    }

    /// <summary>Sends a lead, and answers its card once everybody sees it.</summary>
    public async Task<SeenActivity> OfferAsync()
    {
        var id = await SendLeadAsync();
        return await Eventually.SomeAsync("the card is up", () => Teams.Seen(Sales).FirstOrDefault(m => m.CardText.Contains(id, StringComparison.Ordinal)));
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
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0].GetProperty("handoff").GetString()!;
    }

    /// <summary>The message as people see it now.</summary>
    public SeenActivity Now(SeenActivity message) => Teams.Find(message.ConversationId, message.Id)!;

    /// <summary>The handoff that a card shows.</summary>
    public static string HandoffOf(SeenActivity card) => card.Card!.Value.GetProperty("refresh").GetProperty("action").GetProperty("data").GetProperty("handoff").GetString()!;

    /// <summary>How a handoff stands, as the API tells it.</summary>
    public async Task<JsonElement> StandsAsync(SeenActivity card) => await Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{HandoffOf(card)}", UriKind.Relative));

    /// <summary>The state of a card's handoff.</summary>
    public async Task<string> StateOfAsync(SeenActivity card) => (await StandsAsync(card)).GetProperty("state").GetString()!;

    /// <summary>Rejects a card and answers the feedback on it, once marketing sees it.</summary>
    public async Task<SeenActivity> RejectAsync(SeenActivity card, string comment = "Three people.")
    {
        await Teams.PressAsync(Robin, card, "Send", new() { ["reject.reason"] = "too_small", ["reject.comment"] = comment });
        var feedback = await Eventually.SomeAsync("marketing hears of it", () => Teams.Seen(Marketing).FirstOrDefault(m => m.CardText.Contains(comment, StringComparison.Ordinal)));
        await Eventually.HoldsAsync("Baton has noted the thread", async () =>
            await Services.GetRequiredService<IFeedbackThreads>().AboutAsync(new Place(TeamsPlatform.PlatformName, Marketing), feedback.RootId!, default) is not null);
        return feedback;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Teams.DisposeAsync();
        Directory.Delete(folder, true);
    }

    private async Task RunAsync(Dictionary<string, string?> more, Pulse pulse)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Rules()).AddInMemoryCollection(more).Build();
        var (settings, errors) = SettingsReader.Read(configuration);
        Assert.Empty(errors);
        app = BatonHost.Build(configuration, settings!, "http://127.0.0.1:0", TimeProvider.System, pulse, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
            Patience.AddTo(services);
            services.AddSingleton<ITableEngine>(s => new SlowEngine(s.GetRequiredService<SqliteTableEngine>()));
        });
        await BatonHost.PrepareAsync(app.Services, default);
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    private Dictionary<string, string?> Rules()
    {
        var rules = new Dictionary<string, string?>
        {
            ["Store:Connection"] = $"Data Source={Path.Combine(folder, "baton.db")}",
            ["Console:Enabled"] = "false",
            ["Teams:AppId"] = Teams.Settings.AppId,
            ["Teams:TenantId"] = Teams.Settings.TenantId,
            ["Teams:ClientSecret"] = Teams.Settings.ClientSecret,
            ["Teams:Authority"] = Teams.Address.ToString(),
            ["Teams:ServiceUrls:0"] = Teams.ServiceUrl.ToString(),
            ["Routing:Pools:0:Name"] = "sales",
            ["Routing:Pools:0:Sales"] = $"teams:{Sales}",
            ["Routing:Marketing"] = $"teams:{Marketing}",
            ["Routing:Rules:0:Name"] = "everything",
            ["Routing:Rules:0:Pool"] = "sales",
        };
        foreach (var (at, person, role) in new[] { (0, Robin, "rep"), (1, Ren, "rep"), (2, Kim, "manager"), (3, Mio, "marketer") })
        {
            rules[$"People:{at}:Email"] = person.Email;
            rules[$"People:{at}:Name"] = person.Name;
            rules[$"People:{at}:Roles:0"] = role;
            rules[$"People:{at}:Pools:0"] = "sales";

            // At work at any hour: what reaches people in their working time only must reach them whenever the tests run.
            rules[$"People:{at}:Calendar"] = "always";
        }

        return rules;
    }
}
