using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Leads;

/// <summary>
/// The one way in which a lead comes in: at most three round trips in sequence (look up, claim the person, commit), each harmless to repeat.
/// A lead that was answered is stored; a crash before the answer leaves nothing that the next try does not take up.
/// </summary>
public sealed class LeadDesk(ILeadIndex index, IHandoffStore store, SafetyWakes wakes, HandoffDesk desk, IDeliveries deliveries)
{
    private const int MaxTries = 20;
    private const int PatientTries = 5;

    private readonly Relatives relatives = new(index, store);

    private Terms Terms => desk.Terms;

    /// <summary>Takes a lead.</summary>
    /// <param name="lead">The lead, checked for form.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<LeadAnswer> TakeAsync(Lead lead, Person by, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = HandoffId.For(lead.Source, lead.ExternalId);
        var found = Terms.Assess(lead, now);
        var safety = found.Qualified ? wakes.Begin(id, cancellation) : null;
        var related = found.Qualified ? relatives.NamesAsync(lead, cancellation) : Task.FromResult<IReadOnlyList<(HandoffId, bool)>>([]);
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            var traces = await index.LookUpAsync(lead.Source, lead.ExternalId, lead.Contact.Email, cancellation);
            await Task.WhenAll(safety?.Written ?? Task.CompletedTask, related);
            if (await TryAsync(new Arrival(lead, found, traces, id, await related, safety, by, now, tries), cancellation) is { } answer)
            {
                return answer;
            }
        }

        throw new TimeoutException($"Lead {lead.Source}/{lead.ExternalId} was changed by others {MaxTries} times while it was being taken; send it again.");
    }

    /// <summary>A recycled lead comes back as a new handoff. Harmless to repeat.</summary>
    /// <exception cref="TimeoutException">Others changed the person too often meanwhile.</exception>
    public async Task OfferAgainAsync(Handoff earlier, HandoffId next, int round, DateTimeOffset now, CancellationToken cancellation)
    {
        var lead = earlier.Lead with { QualifiedAt = now };
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            var traces = await index.LookUpAsync(lead.Source, lead.ExternalId, lead.Contact.Email, cancellation);
            if (traces.Suppressed || await IsThereAsync(next, lead, cancellation))
            {
                return;
            }

            // Sales has the person already: there it is shown, and nobody calls twice. Where marketing has the person, what it waits for may have come with this.
            if (traces is { Current: { } current, CurrentLives: true } && current != next
                && await ShowAsync(current, new Intent.Repeat(lead.Source, $"{lead.ExternalId}/{round}", []), lead.Contact.Email, now, tries, cancellation) is { } shown)
            {
                await IsCompletedAsync(shown, lead, now, cancellation);
                return;
            }

            if (!await TakeAsync(next, lead, cancellation))
            {
                continue;
            }

            if (await store.LoadAsync(earlier.Id, cancellation) is { Handoff.ErasedAt: not null })
            {
                await LetGoAsync(next, lead.Contact.Email, cancellation);
                return;
            }

            var safety = wakes.Begin(next, cancellation);
            await safety.Written;
            var received = Receive.Lead(lead, Terms.Assess(lead, now), round, earlier.Id, Person.Baton, Terms, now);
            await safety.CommitAsync(First(received), cancellation);
            deliveries.Kick(next, safety.Wake);
            return;
        }

        throw new TimeoutException($"The contact of handoff {next} was changed by others {MaxTries} times while it was to come back; it will be tried again.");
    }

    /// <summary>Nobody is to call a person who must not be contacted: what of that person is on offer is withdrawn. Harmless to repeat.</summary>
    /// <param name="person">The person.</param>
    /// <param name="own">The handoff that brought it to light, which may not be found under the person yet.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WithdrawAsync(EmailAddress person, HandoffId own, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in (await index.OfPersonAsync(person, cancellation)).Append(own).Distinct())
        {
            await desk.HandleAsync(id, new Intent.Withdraw(), Person.Baton, now, cancellation);
        }
    }

    // Somebody made it already: then only its person's place is still to be seen to.
    private async Task<bool> IsThereAsync(HandoffId next, Lead lead, CancellationToken cancellation)
    {
        if (await store.LoadAsync(next, cancellation) is null)
        {
            return false;
        }

        await TakeAsync(next, lead, cancellation);
        return true;
    }

    // One that is there already, whoever made it, is as open as it is; one that is not will be. False when the person is elsewhere, or must not be contacted.
    private async Task<bool> TakeAsync(HandoffId next, Lead lead, CancellationToken cancellation) => lead.Contact.Email is not { } email
        || await index.SettleAsync(
            new PersonClaim(email, lead.Company.Name, next),
            async token => await store.LoadAsync(next, token) is not { } stored || stored.Handoff.HoldsPerson,
            cancellation) is Settled.Own;

    private Task LetGoAsync(HandoffId handoff, EmailAddress? person, CancellationToken cancellation) => person is { } email
        ? index.ReleaseAsync(email, handoff, token => store.IsClosedAsync(handoff, token), cancellation)
        : Task.CompletedTask;

    private HandoffChange First(HandoffEvent.Received received) => HandoffDesk.Change(null, null, [received], Terms);

    private async Task<LeadAnswer?> TryAsync(Arrival it, CancellationToken cancellation)
    {
        if (it.Traces.Earlier is { } earlier && await AgainAsync(it, earlier, cancellation) is { } again)
        {
            return again;
        }

        if (!it.Found.Qualified)
        {
            return await NoteAsync(it, IntakeResult.Unqualified, null, null, cancellation);
        }

        if (it.Traces.Suppressed)
        {
            return await NoteAsync(it, IntakeResult.Suppressed, null, null, cancellation);
        }

        return it.Elsewhere is { } current ? await RepeatAsync(it, current, cancellation) : await OfferAsync(it, cancellation);
    }

    // What was answered before is answered again, by what its handoff says now. Null when there is still something to do:
    // the note is written before the handoff, so after a crash in between the handoff is still to be made.
    private async Task<LeadAnswer?> AgainAsync(Arrival it, IntakeNote earlier, CancellationToken cancellation)
    {
        switch (earlier)
        {
            case { Result: IntakeResult.Returned, Handoff: { } own } when it.IsComplete:
                return it.Traces.Suppressed || it.Elsewhere is not null ? null : await CompleteAsync(it, own, cancellation);
            case { Result: IntakeResult.Offered or IntakeResult.Returned, Handoff: { } own }:
                return await store.LoadAsync(own, cancellation) is { Handoff.State: var state } ? it.Answer(ResultOf(state), own, true) : null;
            case { Result: IntakeResult.Unqualified }:
                return it.Found.Qualified ? null : it.Answer(IntakeResult.Unqualified, null, true);
            default:
                return it.Answer(earlier.Result, earlier.Handoff, true);
        }
    }

    // No note is needed: whoever asks again finds the handoff offered.
    private async Task<LeadAnswer?> CompleteAsync(Arrival it, HandoffId own, CancellationToken cancellation) =>
        await desk.HandleAsync(own, new Intent.Resubmit(new LeadFix { SentAgain = it.Lead }), Person.Baton, it.Now, cancellation) switch
        {
            DeskAnswer.Done => it.Answer(IntakeResult.Offered, own, false),
            DeskAnswer.Refused refused => it.Answer(ResultOf(refused.Handoff.State), own, true),
            _ => null,
        };

    private async Task<LeadAnswer?> OfferAsync(Arrival it, CancellationToken cancellation)
    {
        var result = it.Found.Missing.Count > 0 ? IntakeResult.Returned : IntakeResult.Offered;
        var claim = it.Lead.Contact.Email is { } email ? new PersonClaim(email, it.Lead.Company.Name, it.Id) : null;
        var standing = relatives.StandingAsync(it.Related, it.Id, cancellation);
        if (await NoteAsync(it, result, it.Id, claim, cancellation) is not { } answer)
        {
            return null;
        }

        var received = Receive.Lead(it.Lead, it.Found, 1, null, it.By, Terms, it.Now) with { Relatives = await standing is { Count: > 0 } found ? found : null };
        var safety = it.Safety ?? throw new InvalidOperationException("Only a qualified lead is offered.");
        if (await safety.CommitAsync(First(received), cancellation))
        {
            deliveries.Kick(it.Id, safety.Wake);
        }

        return answer;
    }

    private async Task<LeadAnswer?> RepeatAsync(Arrival it, HandoffId current, CancellationToken cancellation)
    {
        var repeat = new Intent.Repeat(it.Lead.Source, it.Lead.ExternalId, it.Lead.Engagements);
        if (await ShowAsync(current, repeat, it.Lead.Contact.Email, it.Now, it.Tries, cancellation) is not { } shown)
        {
            return null;
        }

        var result = await IsCompletedAsync(shown, it.Lead, it.Now, cancellation) ? IntakeResult.Offered : IntakeResult.Duplicate;
        return await NoteAsync(it, result, current, null, cancellation);
    }

    // What lies with marketing for want of a field is handed over once the same person brings it: nobody else would tell marketing that it is there.
    private async Task<bool> IsCompletedAsync(Handoff shown, Lead lead, DateTimeOffset now, CancellationToken cancellation) => shown.State == HandoffState.Returned
        && await desk.HandleAsync(shown.Id, new Intent.Resubmit(new LeadFix { SentAgain = lead }), Person.Baton, now, cancellation) is DeskAnswer.Done;

    // Null when the handoff that the person is in takes nothing: look up again.
    private async Task<Handoff?> ShowAsync(HandoffId current, Intent.Repeat repeat, EmailAddress? person, DateTimeOffset now, int tries, CancellationToken cancellation)
    {
        var answer = await desk.HandleAsync(current, repeat, Person.Baton, now, cancellation);
        if (answer is DeskAnswer.Done done)
        {
            return done.Handoff;
        }

        // It closed meanwhile, or a crash left the claim without a handoff: the person is free. A claim may also be a moment ahead of its handoff.
        if (answer is DeskAnswer.Refused || tries >= PatientTries)
        {
            await LetGoAsync(current, person, cancellation);
        }

        return null;
    }

    private async Task<LeadAnswer?> NoteAsync(Arrival it, IntakeResult result, HandoffId? handoff, PersonClaim? claim, CancellationToken cancellation)
    {
        // Of somebody who must not be contacted nothing is kept that is not needed to know it again.
        var keep = handoff == it.Id || result == IntakeResult.Suppressed ? null : it.Lead;
        var note = new IntakeNote(it.Lead.Source, it.Lead.ExternalId, result, handoff, it.Now, keep);
        return await index.NoteAsync(note, it.Traces, claim, cancellation) ? it.Answer(result, handoff, false) : null;
    }

    private static IntakeResult ResultOf(HandoffState state) => state == HandoffState.Returned ? IntakeResult.Returned : IntakeResult.Offered;

    private sealed record Arrival(Lead Lead, Assessment Found, LeadTraces Traces, HandoffId Id, IReadOnlyList<(HandoffId Id, bool IsSamePerson)> Related, SafetyWake? Safety, Person By, DateTimeOffset Now, int Tries)
    {
        public bool IsComplete => Found is { Qualified: true, Missing.Count: 0 };

        /// <summary>The open handoff of the same person that is not this lead's.</summary>
        public HandoffId? Elsewhere => Traces is { Current: { } current, CurrentLives: true } && current != Id ? current : null;

        public LeadAnswer Answer(IntakeResult result, HandoffId? handoff, bool repeated) => new(result, handoff, repeated, Found);
    }
}

/// <summary>What became of a lead.</summary>
/// <param name="Result">What.</param>
/// <param name="Handoff">Its handoff, or the one that it repeats; null when there is none.</param>
/// <param name="Repeated">Whether the same lead had been sent before: nothing new happened.</param>
/// <param name="Found">What was found of it.</param>
public sealed record LeadAnswer(IntakeResult Result, HandoffId? Handoff, bool Repeated, Assessment Found);
