using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.EndToEnd.Browser;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Teams;

/// <summary>The real program, Microsoft's emulator of Teams and a browser.</summary>
internal sealed class TeamsHouse : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly TempFolder emulator = new();
    private readonly Chromium chromium = new();
    private Playground playground = null!;
    private IBrowserContext window = null!;

    public BatonProcess Baton { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public PlaygroundPage Page { get; private set; } = null!;

    public string Connector { get; private set; } = "";

    /// <summary>Starts everything, and has the page open.</summary>
    public static async Task<TeamsHouse> StartAsync(string locale, Screen screen, Action<JsonObject>? change = null)
    {
        var house = new TeamsHouse();
        var port = Playground.FreePort();
        house.Connector = Playground.Connector(port);
        await File.WriteAllTextAsync(house.folder["appsettings.json"], Settings(locale, house.Connector, change));
        house.Baton = await BatonProcess.ListeningAsync(house.folder.Path, Development, "serve");
        house.Client = house.Baton.Client();
        house.playground = await Playground.StartAsync(house.emulator.Path, port, house.Baton.Address);
        await house.chromium.InitializeAsync();
        house.window = await house.chromium.WindowAsync(screen.Width, screen.Height, locale == "ja" ? "ja-JP" : "en-US");
        house.Page = await PlaygroundPage.OpenAsync(await house.window.NewPageAsync(), house.playground.Page);
        return house;
    }

    /// <summary>Sends a lead and answers its handoff's id.</summary>
    public Task<string> SendAsync(string id, string company) => LeadSender.OfferAsync(Client, LeadSender.Lead(id, company));

    /// <summary>How a handoff stands.</summary>
    public async Task<string> StateOfAsync(string handoff) => (await Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{handoff}", UriKind.Relative))).GetProperty("state").GetString()!;

    /// <summary>Somebody else presses a button, as that person's Teams would say it; answers what comes back.</summary>
    public async Task<JsonElement> PressAsync(string user, string handoff, string verb, JsonObject? more = null)
    {
        var data = new JsonObject { ["handoff"] = handoff, ["verb"] = verb };
        foreach (var (key, value) in more ?? [])
        {
            data[key] = value?.DeepClone();
        }

        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Connector,
            ["from"] = new JsonObject { ["id"] = user },
            ["recipient"] = new JsonObject { ["id"] = "00000000-0000-0000-0000-000000000011" },
            ["conversation"] = new JsonObject { ["id"] = Playground.Sales, ["conversationType"] = "channel", ["tenantId"] = "00000000-0000-0000-0000-000000000001" },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
        };
        using var response = await Client.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        await (window?.DisposeAsync() ?? ValueTask.CompletedTask);
        await chromium.DisposeAsync();
        await (playground?.DisposeAsync() ?? ValueTask.CompletedTask);
        Client?.Dispose();
        await (Baton?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
        emulator.Dispose();
    }

    private static readonly Dictionary<string, string> Development = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

    private static string Settings(string locale, string connector, Action<JsonObject>? change)
    {
        var settings = JsonNode.Parse($$"""
            {
              "Store": { "Connection": "Data Source=baton.db" },
              "Console": { "Enabled": false },
              "Teams": { "Auth": "None", "ServiceUrls": [ "{{connector}}" ], "Locale": "{{locale}}" },
              "People": [
                { "Email": "robin@sales.example", "Name": "Robin Rep", "Roles": [ "rep" ], "Pools": [ "sales" ], "Locale": "{{locale}}" },
                { "Email": "ren@sales.example", "Name": "Ren Sato", "Roles": [ "rep" ], "Pools": [ "sales" ], "Locale": "{{locale}}" },
                { "Email": "kim@sales.example", "Name": "Kim Manager", "Roles": [ "manager" ], "Pools": [ "sales" ] },
                { "Email": "mio@sales.example", "Name": "Mio Marketer", "Roles": [ "marketer" ] } ],
              "Routing": { "Pools": [ { "Name": "sales", "Sales": "teams:{{Playground.Sales}}", "Calendar": "business" } ], "Marketing": "teams:{{Playground.Marketing}}",
                "Rules": [ { "Name": "everything", "Pool": "sales" } ] },
              "Calendars": { "business": { "AlwaysOpen": true } }
            }
            """)!.AsObject();
        change?.Invoke(settings);
        return settings.ToJsonString();
    }
}
