using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Tables.Tests.Stores.Building;

/// <summary>A handoff's history as the product makes it: intents decided, events folded, effects derived; each step a change to commit.</summary>
internal sealed class Story
{
    private readonly List<HandoffChange> changes = [];

    private Story(Lead lead)
    {
        Now = House.Monday;
        Add([Receive.Lead(lead, House.Assessed(lead), 1, null, Person.Baton, House.Terms, Now)]);
    }

    public DateTimeOffset Now { get; private set; }

    public Handoff Handoff { get; private set; } = null!;

    public HandoffId Id => Handoff.Id;

    public List<HandoffEvent> Events { get; } = [];

    public List<Effect> Effects { get; } = [];

    public HandoffChange First => changes[0];

    public HandoffChange Last => changes[^1];

    public static Story Of(Lead? lead = null) => new(lead ?? House.Lead());

    public static string Json(Handoff handoff) => JsonSerializer.Serialize(handoff, HandoffJson.Stored.Handoff);

    public static string Json(HandoffEvent happened) => JsonSerializer.Serialize(happened, HandoffJson.Stored.HandoffEvent);

    /// <summary>An hour later somebody wants something; a refusal changes nothing.</summary>
    public Story Then(Person actor, Intent intent, double hours = 1)
    {
        Now = Now.AddHours(hours);
        if (Decide.On(Handoff, intent, actor, House.Terms, Now) is Decision.Happens { Events.Count: > 0 } happens)
            Add(happens.Events);
        return this;
    }

    /// <summary>Commits every step, each resting on the one before; answers the last tag.</summary>
    public async Task<string> KeepAsync(IHandoffStore store)
    {
        string? tag = null;
        foreach (var change in changes)
        {
            Assert.True(await store.CommitAsync(change with { Tag = tag }, default));
            tag = (await store.LoadAsync(Id, default))!.Tag;
        }

        return tag!;
    }

    private void Add(IReadOnlyList<HandoffEvent> events)
    {
        Handoff = events.Aggregate((Handoff?)Handoff, Fold.Apply)!;
        var effects = EffectsOf.Commit(Handoff, events, House.Terms);
        Events.AddRange(events);
        Effects.AddRange(effects);
        changes.Add(new HandoffChange(Id) { After = Handoff, Events = events, Effects = effects });
    }
}
