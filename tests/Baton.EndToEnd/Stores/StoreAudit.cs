using System.Text.Json;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.EndToEnd.Stores;

/// <summary>Everything that must hold of a store at rest, whatever happened to the process that wrote it. Each violation is one line.</summary>
internal sealed class StoreAudit(OpenStore store, DateTimeOffset now)
{
    /// <summary>How late a step may be taken: the sweeps' second, and a slow machine.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly List<string> violations = [];

    /// <summary>Looks at everything.</summary>
    /// <param name="promised">Handoffs by external id of the leads that were answered with 2xx.</param>
    /// <param name="source">The source of these leads.</param>
    public async Task<IReadOnlyList<string>> ViolationsAsync(IReadOnlyDictionary<string, string> promised, string source)
    {
        var facts = (await store.FactsAsync()).ToLookup(f => f.Id.Value, StringComparer.Ordinal);
        var wakes = await store.WakesAsync();
        foreach (var (externalId, handoff) in promised)
        {
            Check(facts[handoff].Count() == 1, $"{externalId} was promised as {handoff}, of which there are {facts[handoff].Count()} facts");
            Check(HandoffId.For(source, externalId, 1).Value == handoff, $"{externalId} was promised as {handoff}, which is another lead's handoff");
        }

        foreach (var id in facts.Select(f => f.Key).Union(promised.Values).Union(wakes.Select(w => w.Key).Where(HandoffId.IsWellFormed)).ToList())
        {
            if (await store.HandoffAsync(new HandoffId(id)) is { } it)
            {
                await OfAsync(it.File, it.Timeline, facts[id].ToList(), wakes[id].ToList());
            }
            else
            {
                // A wake-up precedes the commit: one whose commit never was finds nothing, which is right.
                Check(!promised.Values.Contains(id) && !facts.Contains(id), $"{id} does not exist");
            }
        }

        // What always holds, at rest or not, the product proves itself.
        violations.AddRange((await store.FindingsAsync()).Where(f => f.Counts).Select(f => $"{f.Where}: {f.Rule}, {f.What}"));
        return violations;
    }

    private async Task OfAsync(HandoffFile file, List<HandoffEvent> timeline, List<HandoffFact> facts, List<Wake> wakes)
    {
        var handoff = file.Handoff;
        Check(file.Outbox.Count == 0, $"{handoff.Id}: left in the outbox: {string.Join(", ", file.Outbox.Select(e => $"{e.Effect.Id} tried {e.Attempts} times, dead {e.Dead}, {e.Error}"))}");
        Check(facts is [var fact] && Json(FactOf.Handoff(handoff, store.Terms) with { Version = fact.Version }) == Json(fact), $"{handoff.Id}: its fact does not match");
        if (handoff.Lead.Contact.Email is { } email)
        {
            var all = await store.Index.OfPersonAsync(email, default);
            Check(all.Count == 1, $"{handoff.Id}: {all.Count} handoffs of one person");
        }

        Check(handoff.Clocks.All(c => c.StepsDue(now - Slack, store.Terms.Calendars).Count == 0), $"{handoff.Id}: a step is due and was not taken");
        var next = NextWake.Of(handoff, store.Terms.Calendars);
        Check(next is null || wakes.Any(w => w.Due <= next + Slack), $"{handoff.Id}: must wake at {next:O}, but wakes at {string.Join(", ", wakes.Select(w => w.Due.ToString("O")))}");
        await CardsAsync(file);
        violations.AddRange(await new NudgeAudit(store).ViolationsAsync(handoff, timeline));
    }

    private async Task CardsAsync(HandoffFile file)
    {
        var handoff = file.Handoff;
        var place = handoff.Route.Sales.ToString();
        Check(handoff.State == HandoffState.Returned || file.Messages.Any(m => m.Slot.EndsWith(place, StringComparison.Ordinal)), $"{handoff.Id}: has no card");
        foreach (var message in file.Messages)
        {
            var shown = await store.MessageAsync(message.MessagePlace, message.MessageId);
            Check(message.Version == handoff.CardVersion, $"{handoff.Id}: {message.Slot} is noted at version {message.Version} of {handoff.CardVersion}");
            Check(shown?.Version == handoff.CardVersion, $"{handoff.Id}: {message.Slot} shows version {shown?.Version} of {handoff.CardVersion}");
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, HandoffJson.Stored.Options);

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            violations.Add(otherwise);
        }
    }
}
