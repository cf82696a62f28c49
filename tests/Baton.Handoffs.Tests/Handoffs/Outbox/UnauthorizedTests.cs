using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Outbox;

/// <summary>A credential that the platform does not take, however long, loses nothing: no place, no person and no message is to blame.</summary>
public sealed class UnauthorizedTests
{
    private readonly World world = new() { Pulse = new Pulse { Unauthorized = TimeSpan.FromMinutes(10), MaxAttempts = 2 } };

    [Fact]
    public async Task A_lead_that_comes_meanwhile_has_its_card_once_when_another_credential_is_set()
    {
        world.Chat.Fate = _ => Fate.IsUnauthorized;
        var id = await world.OfferAsync();
        await world.PassAsync(TimeSpan.FromMinutes(5));
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);

        // Longer than the outbox goes on trying what fails.
        for (var hours = 0; hours < 24; hours += 2) await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(world.Chat.Messages);
        Assert.Empty(world.Stuck);
        Assert.Empty(world.Places.Lost);
        Assert.All(world.Outbox(id), entry => Assert.Equal((false, "The secret has expired."), (entry.Dead, entry.Error)));

        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(world.Pulse.Unauthorized);

        Assert.Equal("console:sales", Assert.Single(world.Chat.Messages).Place.ToString());
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_word_to_somebody_waits_for_the_credential_and_is_neither_refused_nor_unheard()
    {
        var told = await OwnedAsync();
        await world.PassAsync(TimeSpan.FromMinutes(25));
        Assert.Empty(Settled(told));

        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(world.Pulse.Unauthorized);

        Assert.Single(world.Chat.In("console:@ben@baton.example"));
        Assert.Equal([NudgeOutcome.Sent], Settled(told));
    }

    [Fact]
    public async Task A_word_that_is_true_no_more_when_the_credential_comes_is_not_said()
    {
        var told = await OwnedAsync();
        await world.DoAsync(told, new Intent.Assign(Aoi.Email), Noor);

        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(world.Pulse.Unauthorized);

        Assert.Empty(world.Chat.In("console:@ben@baton.example"));
        Assert.Contains(NudgeOutcome.MovedOn, Settled(told));
    }

    // The channel takes the card; nobody can be reached alone.
    private async Task<HandoffId> OwnedAsync()
    {
        world.Chat.Fate = send => send.Kind == "direct" || send.Place.Id?.StartsWith('@') == true ? Fate.IsUnauthorized : Fate.Arrives;
        return await world.OfferAsync(A.Lead() with { Owner = Ben.Email });
    }

    private IEnumerable<NudgeOutcome> Settled(HandoffId id) => world.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Select(s => s.Outcome);
}
