using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Slack;
using Baton.Slack.StandIn;
using Baton.Teams.StandIn;

namespace Baton.EndToEnd.Teams;

/// <summary>A company that works in Slack and in Teams at once, with the same people in both, and the real program.</summary>
internal sealed class TwoPlatforms : IAsyncDisposable
{
    private readonly TempFolder folder = new();

    public StrictSlack Slack { get; private set; } = null!;

    public StrictTeams Teams { get; private set; } = null!;

    public BatonProcess Baton { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public WorkspaceChannel SlackChannel { get; private set; } = null!;

    public string TeamsChannel { get; private set; } = "";

    public WorkspaceUser RepInSlack { get; private set; } = null!;

    public WorkspaceUser MarketerInSlack { get; private set; } = null!;

    public TeamsPerson RepInTeams { get; private set; } = null!;

    public TeamsPerson MarketerInTeams { get; private set; } = null!;

    /// <summary>Starts it; sales works in one of them, marketing in the other.</summary>
    /// <param name="salesInTeams">In which.</param>
    /// <param name="account">The account of table storage where everything is kept; null for a file.</param>
    public static async Task<TwoPlatforms> StartAsync(bool salesInTeams, string? account = null)
    {
        var both = new TwoPlatforms { Slack = await StrictSlack.StartAsync(new StrictSlackSettings()), Teams = await StrictTeams.StartAsync() };
        both.Slack.Delivery.Echo = true;
        both.SlackChannel = both.Slack.AddChannel("leads");
        both.RepInSlack = both.Slack.AddUser("Rep", SalesHouse.Reps[0]);
        both.MarketerInSlack = both.Slack.AddUser("Marketer", Marketer);
        both.RepInTeams = both.Teams.AddPerson("Rep", SalesHouse.Reps[0]);
        both.MarketerInTeams = both.Teams.AddPerson("Marketer", Marketer);
        both.TeamsChannel = both.Teams.AddTeam(both.RepInTeams, both.MarketerInTeams);
        SalesHouse.Settle(both.folder.Path, settings => both.Put(settings, salesInTeams, account));
        both.Baton = await BatonProcess.ListeningAsync(both.folder.Path, "serve");
        both.Client = both.Baton.Client();
        both.Slack.Delivery.App = both.Baton.Address;
        both.Teams.Endpoint = new Uri(both.Baton.Address, "/api/messages");
        await both.Teams.InstallAsync(both.TeamsChannel, both.MarketerInTeams);
        return both;
    }

    /// <summary>Sends a lead and answers its handoff's id.</summary>
    public Task<string> SendAsync(string company) => LeadSender.OfferAsync(Client, LeadSender.Lead("both1", company));

    /// <summary>Waits for a message in the channel of Teams.</summary>
    public Task<SeenActivity> InTeamsAsync(string words) =>
        Until.SomeAsync($"'{words}' in Teams", () => Task.FromResult(Teams.Seen(TeamsChannel).LastOrDefault(m => m.CardText.Contains(words, StringComparison.Ordinal))), seen: () => Baton.Written);

    /// <summary>Waits for a message in the channel of Slack.</summary>
    public Task<SeenMessage> InSlackAsync(string words) =>
        Until.SomeAsync($"'{words}' in Slack", () => Task.FromResult(Slack.Messages(SlackChannel).LastOrDefault(m => m.ByApp && m.Words.Contains(words, StringComparison.Ordinal))), seen: () => Baton.Written);

    /// <summary>Waits until a handoff's timeline says it.</summary>
    public Task SaysAsync(string handoff, string words) => Until.HoldsAsync(
        $"'{words}' in the timeline",
        async () => (await Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{handoff}", UriKind.Relative))).ToString().Contains(words, StringComparison.Ordinal),
        seen: () => Baton.Written);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Baton.DisposeAsync();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
        folder.Dispose();
    }

    private const string Marketer = "marketer@sales.example";

    private void Put(JsonObject settings, bool salesInTeams, string? account)
    {
        if (account is not null)
        {
            settings["Store"] = new JsonObject { ["Connection"] = account };
        }

        SlackSection.Put(settings, Slack, SlackChannel, SlackChannel);
        settings[nameof(Teams)] = new JsonObject
        {
            ["AppId"] = Teams.Settings.AppId, ["TenantId"] = Teams.Settings.TenantId, ["ClientSecret"] = Teams.Settings.ClientSecret,
            ["Authority"] = Teams.Address.ToString(), ["ServiceUrls"] = new JsonArray(Teams.ServiceUrl.ToString()),
        };
        var (slack, teams) = ($"slack:{SlackChannel.Id}", $"teams:{TeamsChannel}");
        settings["Routing"]!["Marketing"] = salesInTeams ? slack : teams;
        settings["Routing"]!["Pools"]![0]!["Sales"] = salesInTeams ? teams : slack;
    }
}
