using System.Text.Json;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Slack;
using Baton.EndToEnd.Stores;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Tables.Tests.Azure;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Replicas;

/// <summary>
/// Three replicas on one account serve one workspace of Slack; Slack calls any of them. One is killed while it posts, another while it is clicked at. Messages are
/// counted by the id of the effect that they carry.
/// </summary>
public sealed class SlackReplicasTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Replicas = 3;
    private const int Leads = 15;

    // Where an answer is late enough for its asker to be gone by then.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly TempFolder folder = new();
    private readonly List<BatonProcess> replicas = [];
    private Azurite azurite = null!;
    private StrictSlack slack = null!;
    private WorkspaceChannel sales = null!;
    private WorkspaceChannel marketing = null!;
    private WorkspaceUser[] reps = [];

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        slack = await StrictSlack.StartAsync();
        slack.Delivery.Echo = true;
        (sales, marketing) = (slack.AddChannel("sales"), slack.AddChannel("marketing"));
        reps = [.. SalesHouse.Reps.Take(2).Select(email => slack.AddUser(email, email))];
        SalesHouse.Settle(folder.Path, settings =>
        {
            settings["Store"]!["Connection"] = azurite.ConnectionString;
            SlackSection.Put(settings, slack, sales, marketing);
        });
        for (var i = 0; i < Replicas; i++)
        {
            replicas.Add(await BatonProcess.ListeningAsync(folder.Path, "serve"));
        }

        slack.Delivery.App = replicas[0].Address;
        await Until.HoldsAsync("all know each other", () => Task.FromResult(replicas.TrueForAll(r => r.Written.Contains($"Processes at work: {Replicas}", StringComparison.Ordinal))));
    }

    public async Task DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await slack.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Whoever_is_killed_every_message_is_posted_once_and_every_click_is_kept()
    {
        slack.Faults.Next("chat.postMessage", new ApiFault.Slow(Late), times: Replicas);
        await OfferAsync(0, Leads / 3);
        await KillPostingAsync(replicas[1]);
        await OfferAsync(Leads / 3, Leads);
        var clicked = await ClickAsync();
        await AcceptedAsync(clicked);
        await Outboxes.EmptyAsync(folder.Path, Patience);

        var posts = slack.Messages(sales).Concat(slack.Messages(marketing)).Concat(reps.SelectMany(slack.DirectMessages)).Where(m => m.ByApp).ToList();
        output.WriteLine($"{posts.Count} messages, {slack.Calls.Count(c => c.Method == "chat.postMessage")} calls that post.");
        Assert.All(posts.GroupBy(EffectOf), effect => Assert.True(effect.Count() == 1, $"{effect.Key} was posted {effect.Count()} times: {string.Join(", ", effect.Select(m => m.Ts))}"));
        Assert.Equal(Leads, Cards().Count());
        await using var audit = BatonProcess.Start(folder.Path, "audit");
        Assert.True(await audit.EndedAsync() == 0, audit.Written);
    }

    private async Task OfferAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            using var client = Living(i).Client();
            await LeadSender.OfferAsync(client, LeadSender.Lead($"together{i}", $"Company {i:D2}"));
        }
    }

    // The first cards are up at once and answered late: who posted the second is gone before it can note that. Another takes its place.
    private async Task KillPostingAsync(BatonProcess replica)
    {
        await Until.HoldsAsync("the second card is up", () => Task.FromResult(Cards().Count() >= 2), Patience, Seen);
        await replica.KillAsync();
        replicas.Add(await BatonProcess.ListeningAsync(folder.Path, "serve"));
    }

    // Each card is pressed by both at once, at different processes; the second half while another process dies.
    private async Task<List<SeenMessage>> ClickAsync()
    {
        var clicked = new List<SeenMessage>();
        while (clicked.Count < Leads)
        {
            var next = await Until.SomeAsync("one more card", () => Task.FromResult(Cards().FirstOrDefault(c => clicked.TrueForAll(done => done.Ts != c.Ts))), Patience, Seen);
            clicked.Add(next);
            var kill = clicked.Count == Leads / 2 ? replicas[2].KillAsync() : Task.CompletedTask;
            slack.Delivery.App = Living(clicked.Count).Address;
            var first = PressAsync(reps[0], next);
            slack.Delivery.App = Living(clicked.Count + 1).Address;
            await Task.WhenAll(first, PressAsync(reps[1], next), kill);
        }

        return clicked;
    }

    // Whose click got no answer presses again, as people do.
    private async Task AcceptedAsync(List<SeenMessage> cards)
    {
        using var client = Living(0).Client();
        slack.Delivery.App = Living(0).Address;
        foreach (var card in cards)
        {
            await Until.HoldsAsync(
                "somebody has it and everybody sees that",
                async () =>
                {
                    if (slack.Now(card) is { } now && now.Elements.All(e => e.ActionId != "accept"))
                    {
                        return true;
                    }

                    using var stands = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/handoffs/{SlackCompany.HandoffOf(card)}", UriKind.Relative)));
                    if (string.Equals(stands.RootElement.GetProperty("state").GetString(), "offered", StringComparison.OrdinalIgnoreCase))
                    {
                        await PressAsync(reps[0], card);
                    }

                    return false;
                },
                Patience,
                Seen,
                TimeSpan.FromMilliseconds(500));
        }
    }

    private async Task PressAsync(WorkspaceUser rep, SeenMessage card)
    {
        try
        {
            await slack.PressAsync(rep, card, "accept");
        }
        catch (InvalidOperationException)
        {
            // The card says already who has it, and offers that no more.
        }
    }

    private BatonProcess Living(int turn)
    {
        var living = replicas.Where(r => !r.HasEnded).ToList();
        return living[turn % living.Count];
    }

    private IEnumerable<SeenMessage> Cards() => slack.Messages(sales).Where(m => m.ByApp && m.ThreadTs is null && m.Words.Contains("Company ", StringComparison.Ordinal));

    private static string EffectOf(SeenMessage message) =>
        message.Metadata is { } metadata ? metadata.GetProperty("event_payload").GetProperty("id").GetString()! : $"without an id: {message.Ts}";

    private string Seen() => $"{Cards().Count()} cards\n{string.Join("\n---\n", replicas.Select(r => r.Written[Math.Max(0, r.Written.Length - 3000)..]))}";
}
