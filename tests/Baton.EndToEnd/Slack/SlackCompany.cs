using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Slack;

/// <summary>A small company that works in Slack: two reps, a manager and a marketer, two channels, and the real program.</summary>
internal class SlackCompany(bool sockets) : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private int leads;

    /// <summary>Its working folder, with its configuration.</summary>
    public string Folder => folder.Path;

    public StrictSlack Slack { get; private set; } = null!;

    public BatonProcess Baton { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public WorkspaceChannel Sales { get; private set; } = null!;

    public WorkspaceChannel Marketing { get; private set; } = null!;

    public WorkspaceUser Aoi { get; private set; } = null!;

    public WorkspaceUser Ren { get; private set; } = null!;

    public WorkspaceUser Manager { get; private set; } = null!;

    public WorkspaceUser Marketer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Slack = await StrictSlack.StartAsync(new StrictSlackSettings { SocketMode = sockets });
        Slack.Delivery.Echo = true;
        Sales = Slack.AddChannel("sales");
        Marketing = Slack.AddChannel("marketing");
        Aoi = Slack.AddUser("Aoi", SalesHouse.Reps[0]);
        Ren = Slack.AddUser("Ren", SalesHouse.Reps[1], u => u with { Locale = "ja-JP" });
        Manager = Slack.AddUser("Manager", SalesHouse.Manager);
        Marketer = Slack.AddUser("Marketer", "marketer@sales.example");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Baton.DisposeAsync();
        await Slack.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Sends a lead, and waits until its card is up.</summary>
    public async Task<SeenMessage> OfferAsync(string company)
    {
        await SendAsync(company);
        return await CardAsync(company);
    }

    /// <summary>Sends a lead and answers its handoff's id.</summary>
    public Task<string> SendAsync(string company) => LeadSender.OfferAsync(Client, LeadSender.Lead($"slack{Interlocked.Increment(ref leads)}", company));

    /// <summary>Waits for the card of a company in the sales channel.</summary>
    public Task<SeenMessage> CardAsync(string company) => ShownAsync(Sales, $"the card of {company}", m => m.Words.Contains(company, StringComparison.Ordinal));

    /// <summary>Waits for a message of the app's in a channel.</summary>
    public Task<SeenMessage> ShownAsync(WorkspaceChannel channel, string what, Func<SeenMessage, bool> fits) =>
        Until.SomeAsync(what, () => Task.FromResult(Slack.Messages(channel).FirstOrDefault(m => m.ByApp && fits(m))), seen: Seen);

    /// <summary>Waits until a message is as it should be.</summary>
    public async Task<SeenMessage> BecomesAsync(SeenMessage message, string what, Func<SeenMessage, bool> fits) =>
        await Until.SomeAsync(what, () => Task.FromResult(Slack.Now(message) is { } now && fits(now) ? now : null), seen: Seen);

    /// <summary>Waits until only this person is told something.</summary>
    public Task<SeenMessage> ToldAsync(WorkspaceUser user, string what, Func<SeenMessage, bool> fits) =>
        Until.SomeAsync(what, () => Task.FromResult(Slack.Ephemerals(user).LastOrDefault(fits)), seen: Seen);

    /// <summary>Presses a button that opens a form, and answers the form.</summary>
    public async Task<SeenView> FormAsync(WorkspaceUser user, SeenMessage card, string verb)
    {
        var before = Slack.OpenView(user)?.Id;
        Assert.True((await Slack.PressAsync(user, card, verb)).Ok, Baton.Written);
        return await Until.SomeAsync($"the form of {verb}", () => Task.FromResult(Slack.OpenView(user) is { } open && open.Id != before ? open : null), seen: Seen);
    }

    /// <summary>The block of a question in a form.</summary>
    public static string Question(string input) => $"in.{input}";

    /// <summary>Waits until nothing is left to be sent.</summary>
    public Task RestsAsync() => Outboxes.EmptyAsync(folder.Path, TimeSpan.FromSeconds(90));

    /// <summary>How a handoff stands, as the API tells it.</summary>
    public async Task<JsonElement> StandsAsync(SeenMessage card) =>
        await Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{HandoffOf(card)}", UriKind.Relative));

    /// <summary>The handoff that a card is about.</summary>
    public static string HandoffOf(SeenMessage card) => JsonElement.Parse(card.Elements.First(e => e.Value is not null).Value!).GetProperty("h").GetString()!;

    /// <summary>What is different in the configuration.</summary>
    protected virtual void Settle(JsonObject settings)
    {
    }

    private async Task StartAsync()
    {
        SalesHouse.Settle(folder.Path, settings =>
        {
            SlackSection.Put(settings, Slack, Sales, Marketing);
            Settle(settings);
        });
        Baton = await BatonProcess.ListeningAsync(folder.Path, "serve");
        Client = Baton.Client();
        Slack.Delivery.App = Baton.Address;
        if (sockets)
        {
            await Until.HoldsAsync("a socket is open", () => Task.FromResult(Slack.Sockets.Count > 0), seen: () => Baton.Written);
        }
    }

    private string Seen() => $"""
        Sales: {string.Join("\n---\n", Slack.Messages(Sales).TakeLast(3).Select(m => m.Words))}
        Marketing: {string.Join("\n---\n", Slack.Messages(Marketing).TakeLast(3).Select(m => m.Words))}
        Refused: {string.Join("\n", Slack.Calls.Where(c => c.Outcome != "ok").TakeLast(8))}
        {Baton.Written[Math.Max(0, Baton.Written.Length - 4000)..]}
        """;
}
