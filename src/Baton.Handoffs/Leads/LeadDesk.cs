using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Leads;

/// <summary>
/// The one way in which a lead comes in: at most three round trips in sequence (look up, claim the person, commit), each harmless to repeat.
/// A lead that was answered is stored; a crash before the answer leaves nothing that the next try does not take up.
/// </summary>
public sealed class LeadDesk(ILeadIndex index, IHandoffStore store, IAgenda agenda, HandoffDesk desk, IDeliveries deliveries, Pulse pulse)
{
    private const int MaxTries = 20;

    private Terms Terms => desk.Terms;

    /// <summary>Takes a lead.</summary>
    /// <param name="lead">The lead, checked for form.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<LeadAnswer> TakeAsync(Lead lead, Person by, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = HandoffId.For(lead.Source, lead.ExternalId);
        var wake = HandoffDesk.SafetyWake(id, now, pulse);
        var found = Terms.Assess(lead, now);
        var waking = found.Qualified ? agenda.AddAsync(wake, cancellation) : Task.CompletedTask;
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            var traces = await index.LookUpAsync(lead.Source, lead.ExternalId, lead.Contact.Email, cancellation);
            await waking;
            if (await TryAsync(new Arrival(lead, found, traces, id, wake, by, now), cancellation) is { } answer)
            {
                return answer;
            }
        }

        throw new TimeoutException($"Lead {lead.Source}/{lead.ExternalId} was changed by others {MaxTries} times while it was being taken; send it again.");
    }

    /// <summary>A recycled lead comes back as a new handoff. Harmless to repeat.</summary>
    public async Task OfferAgainAsync(Handoff earlier, HandoffId next, int round, DateTimeOffset now, CancellationToken cancellation)
    {
        var lead = earlier.Lead with { QualifiedAt = now };
        var traces = await index.LookUpAsync(lead.Source, lead.ExternalId, lead.Contact.Email, cancellation);
        if (traces.Suppressed)
        {
            return;
        }

        var wake = new Wake(WakeKind.Handoff, next.Value, HandoffDesk.SafetyWake(next, now, pulse).Due);
        await agenda.AddAsync(wake, cancellation);
        if (lead.Contact.Email is { } email)
        {
            await index.ClaimAsync(new PersonClaim(email, lead.Company.Name, next), cancellation);
        }

        var received = Receive.Lead(lead, Terms.Assess(lead, now), round, earlier.Id, Person.Baton, Terms, now);
        await store.CommitAsync(HandoffDesk.Change(null, null, [received], Terms), cancellation);
        deliveries.Kick(next, wake);
    }

    private async Task<LeadAnswer?> TryAsync(Arrival it, CancellationToken cancellation)
    {
        switch (it.Traces.Earlier)
        {
            case { Result: IntakeResult.Returned, Handoff: { } handoff } when it.Found.Missing.Count == 0 && it.Found.Qualified:
                return await ResubmitAsync(it, handoff, cancellation);
            case { Result: IntakeResult.Offered or IntakeResult.Returned, Handoff: { } handoff }:
                // The note is written before the handoff: when a crash came between, the handoff is still to be made.
                return await store.LoadAsync(handoff, cancellation) is null ? await OfferAsync(it, cancellation) : Again(it);
            case { Result: IntakeResult.Unqualified } when it.Found.Qualified:
                break;
            case not null:
                return Again(it);
        }

        if (!it.Found.Qualified)
        {
            return await NoteAsync(it, IntakeResult.Unqualified, null, null, cancellation);
        }

        if (it.Traces.Suppressed)
        {
            return await NoteAsync(it, IntakeResult.Suppressed, null, null, cancellation);
        }

        return it.Traces is { Current: { } current, CurrentLives: true } && current != it.Id
            ? await RepeatAsync(it, current, cancellation)
            : await OfferAsync(it, cancellation);
    }

    private async Task<LeadAnswer?> OfferAsync(Arrival it, CancellationToken cancellation)
    {
        var result = it.Found.Missing.Count > 0 ? IntakeResult.Returned : IntakeResult.Offered;
        var claim = it.Lead.Contact.Email is { } email ? new PersonClaim(email, it.Lead.Company.Name, it.Id) : null;
        if (await NoteAsync(it, result, it.Id, claim, cancellation) is not { } answer)
        {
            return null;
        }

        var received = Receive.Lead(it.Lead, it.Found, 1, null, it.By, Terms, it.Now);
        if (await store.CommitAsync(HandoffDesk.Change(null, null, [received], Terms), cancellation))
        {
            deliveries.Kick(it.Id, it.Wake);
        }

        return answer;
    }

    private async Task<LeadAnswer?> RepeatAsync(Arrival it, HandoffId current, CancellationToken cancellation)
    {
        var answer = await desk.HandleAsync(current, new Intent.Repeat(it.Lead.Source, it.Lead.ExternalId, it.Lead.Engagements), Person.Baton, it.Now, cancellation);
        if (answer is DeskAnswer.Done)
        {
            return await NoteAsync(it, IntakeResult.Duplicate, current, null, cancellation);
        }

        // It closed meanwhile, or a crash left the claim without a handoff: the person is free.
        if (it.Lead.Contact.Email is { } email)
        {
            await index.ReleaseAsync(email, current, cancellation);
        }

        return null;
    }

    private async Task<LeadAnswer?> ResubmitAsync(Arrival it, HandoffId handoff, CancellationToken cancellation)
    {
        var fix = new LeadFix(it.Lead.Company.Name, it.Lead.Contact.Name, it.Lead.Contact.Email, it.Lead.Contact.Title, it.Lead.Contact.Phone);
        return await desk.HandleAsync(handoff, new Intent.Resubmit(fix), Person.Baton, it.Now, cancellation) switch
        {
            DeskAnswer.Done => await NoteAsync(it, IntakeResult.Offered, handoff, it.Lead.Contact.Email is { } email ? new PersonClaim(email, it.Lead.Company.Name, handoff) : null, cancellation),
            DeskAnswer.NotFound => await OfferAsync(it, cancellation),
            _ => Again(it),
        };
    }

    private async Task<LeadAnswer?> NoteAsync(Arrival it, IntakeResult result, HandoffId? handoff, PersonClaim? claim, CancellationToken cancellation)
    {
        var keep = handoff == it.Id ? null : it.Lead;
        var note = new IntakeNote(it.Lead.Source, it.Lead.ExternalId, result, handoff, it.Now, keep);
        return await index.NoteAsync(note, it.Traces, claim, cancellation) ? new LeadAnswer(result, handoff, false, it.Found) : null;
    }

    private static LeadAnswer Again(Arrival it) => new(it.Traces.Earlier!.Result, it.Traces.Earlier.Handoff, true, it.Found);

    private sealed record Arrival(Lead Lead, Assessment Found, LeadTraces Traces, HandoffId Id, Wake Wake, Person By, DateTimeOffset Now);
}

/// <summary>What became of a lead.</summary>
/// <param name="Result">What.</param>
/// <param name="Handoff">Its handoff, or the one that it repeats; null when there is none.</param>
/// <param name="Repeated">Whether the same lead had been sent before: nothing new happened.</param>
/// <param name="Found">What was found of it.</param>
public sealed record LeadAnswer(IntakeResult Result, HandoffId? Handoff, bool Repeated, Assessment Found);
