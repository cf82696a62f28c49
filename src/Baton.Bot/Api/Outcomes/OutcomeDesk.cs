using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Api;

/// <summary>Carries out what a CRM reports. An outcome that is there already is done, so that a delivery can be repeated.</summary>
internal sealed class OutcomeDesk(HandoffDesk desk, HandoffFinder finder)
{
    /// <summary>Carries one out.</summary>
    internal async Task<OutcomeAnswer> TakeAsync(SentOutcome sent, ApiCaller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        var errors = OutcomeRules.Errors(sent, now).ToList();
        if (ActorOf(sent, caller) is not { } actor)
        {
            return new OutcomeAnswer.Wrong([.. errors, new FieldError("actor", FieldError.Shown(sent.Actor), "the e-mail address of one of People")]);
        }

        if (errors.Count > 0)
        {
            return new OutcomeAnswer.Wrong(errors);
        }

        return await finder.FindAsync(sent, cancellation) is { } found
            ? await TakeAsync(found, sent, actor, now, cancellation)
            : new OutcomeAnswer.NotFound();
    }

    private async Task<OutcomeAnswer> TakeAsync(Handoff found, SentOutcome sent, Person actor, DateTimeOffset now, CancellationToken cancellation)
    {
        if (OutcomeRules.IsThere(found.State, OutcomeRules.States[sent.Outcome!]) && !OutcomeRules.BringsAmount(sent, found))
        {
            return new OutcomeAnswer.Done(found, true);
        }

        return await desk.HandleAsync(found.Id, OutcomeRules.IntentOf(sent), actor, When(sent, found, now), cancellation) switch
        {
            DeskAnswer.Done done => new OutcomeAnswer.Done(done.Handoff, false),
            DeskAnswer.Refused refused when OutcomeRules.IsThere(refused.Handoff.State, OutcomeRules.States[sent.Outcome!]) => new OutcomeAnswer.Done(refused.Handoff, true),
            DeskAnswer.Refused refused => new OutcomeAnswer.Refused(refused.Handoff, refused.Why.Code, RefusalText.Of(refused.Why, actor.Locale, actor.TimeZone, desk.Terms)),
            _ => new OutcomeAnswer.NotFound(),
        };
    }

    // The CRM knows better than we when it happened, but a timeline never runs backwards.
    private static DateTimeOffset When(SentOutcome sent, Handoff found, DateTimeOffset now)
    {
        var at = sent.At is { } given && given < now ? given.ToUniversalTime() : now;
        return at > found.Last.At ? at : found.Last.At < now ? found.Last.At : now;
    }

    // The integration vouches for the person, and may skip steps that nobody told us of; the timeline names the person.
    private Person? ActorOf(SentOutcome sent, ApiCaller caller) =>
        string.IsNullOrWhiteSpace(sent.Actor) ? caller.Person
        : EmailAddress.TryParse(sent.Actor, out var email) && desk.Terms.Roster.Find(email) is { } known ? known with { Roles = known.Roles | Roles.Integration }
        : null;
}

/// <summary>What became of an outcome.</summary>
internal abstract record OutcomeAnswer
{
    private OutcomeAnswer()
    {
    }

    /// <summary>It is recorded, now or before.</summary>
    internal sealed record Done(Handoff Handoff, bool Repeated) : OutcomeAnswer;

    /// <summary>It does not go with where the handoff stands.</summary>
    internal sealed record Refused(Handoff Handoff, string Code, string Why) : OutcomeAnswer;

    /// <summary>There is no such handoff.</summary>
    internal sealed record NotFound : OutcomeAnswer;

    /// <summary>It is wrong in itself.</summary>
    internal sealed record Wrong(IReadOnlyList<FieldError> Errors) : OutcomeAnswer;

    /// <summary>The store failed at it or before it.</summary>
    internal sealed record NotTaken : OutcomeAnswer;
}
