using System.Collections.Concurrent;
using System.Net.Http.Json;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Kills;

/// <summary>Leads that come in and people who click, until the process under them is gone. Remembers what was promised.</summary>
/// <param name="seed">Whence its chances come.</param>
/// <param name="most">about how many leads are sent; then the same ones again and again.</param>
internal sealed class Load(int seed, int most = int.MaxValue)
{
    private const int Senders = 3;
    private const int Clickers = 3;
    private const int RetriesAgain = 4;
    private static readonly TimeSpan SendPace = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan ClickPace = TimeSpan.FromMilliseconds(15);
    private static readonly string[] Acts = ["accept", "accept", "accept", "reject", "touch", "touch", "undo", "hand_back", "pass_on", "qualify", "recycle"];

    private int sent; // by interlocked increment
    private int answered; // by interlocked increment
    private int clicked; // by interlocked increment

    /// <summary>Handoffs by the external id of the lead that was answered with 2xx.</summary>
    public ConcurrentDictionary<string, string> Promised { get; } = new();

    /// <summary>Answers that were neither 2xx nor a refusal; they must not be.</summary>
    public ConcurrentBag<string> Wrong { get; } = [];

    /// <summary>Clicks that were stored.</summary>
    public int Clicked => Volatile.Read(ref clicked);

    /// <summary>Leads that were answered with 2xx, repeated ones included.</summary>
    public int Answered => Volatile.Read(ref answered);

    /// <summary>Works until cancelled or until the process does not answer any more.</summary>
    public async Task RunAsync(HttpClient client, int life, CancellationToken until) => await Task.WhenAll(
    [
        .. Enumerable.Range(0, Senders).Select(i => EachAsync(SendPace, new Random(HashCode.Combine(seed, life, i)), chance => SendAsync(client, chance), until)),
        .. Enumerable.Range(0, Clickers).Select(i => EachAsync(ClickPace, new Random(HashCode.Combine(seed, life, i + Senders)), chance => ClickAsync(client, chance), until)),
    ]);

    private static async Task EachAsync(TimeSpan pace, Random chance, Func<Random, Task> act, CancellationToken until)
    {
        using var timer = new PeriodicTimer(pace, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(until))
            {
                await act(chance);
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // The process was killed; whoever was asking does not know what became of it.
        }
    }

    // One lead in four was sent before: by somebody who never got the answer, or who repeats himself.
    private async Task SendAsync(HttpClient client, Random chance)
    {
        var number = sent >= most || (chance.Next(RetriesAgain) == 0 && sent > 0) ? chance.Next(sent) + 1 : Interlocked.Increment(ref sent);
        using var response = await client.PostAsJsonAsync("/api/leads", LeadSender.Lead($"k{number}", $"Company {number}", score: number % 5 == 0 ? 90 : 70));
        if (!response.IsSuccessStatusCode)
        {
            Wrong.Add($"lead k{number}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            return;
        }

        Interlocked.Increment(ref answered);
        var result = (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("results")[0];
        if (result.GetProperty("handoff").GetString() is { } handoff)
        {
            Promised[$"k{number}"] = handoff;
        }
    }

    private async Task ClickAsync(HttpClient client, Random chance)
    {
        var known = Promised.Values.ToArray();
        if (known.Length == 0)
        {
            return;
        }

        var act = Acts[chance.Next(Acts.Length)];
        var body = new Dictionary<string, string> { ["action"] = act, ["actor"] = SalesHouse.Reps[chance.Next(SalesHouse.Reps.Length)] };
        if (act is "reject" or "recycle")
        {
            body["reason"] = act == "reject" ? "too_small" : "bad_timing";
        }

        if (act == "pass_on")
        {
            body["to"] = SalesHouse.Reps[chance.Next(SalesHouse.Reps.Length)];
        }

        using var response = await client.PostAsJsonAsync($"/api/handoffs/{known[chance.Next(known.Length)]}/actions", body);
        if (response.IsSuccessStatusCode)
        {
            Interlocked.Increment(ref clicked);
        }
        else if ((int)response.StatusCode != 409)
        {
            Wrong.Add($"{act}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }
}
