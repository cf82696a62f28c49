using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Handoffs.Refusals;

/// <summary>Why an intent was not carried out. Nothing has changed. Each case has a text in both languages (<c>RefusalTexts</c>).</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The stable name, as sent over the API.</summary>
    public string Code => char.ToLowerInvariant(GetType().Name[0]) + GetType().Name[1..];

    /// <summary>Somebody else was quicker.</summary>
    public sealed record AlreadyTaken(EmailAddress By, DateTimeOffset At) : Refusal;

    /// <summary>The person has it already.</summary>
    public sealed record AlreadyYours : Refusal;

    /// <summary>It cannot be done in this state.</summary>
    public sealed record NotNow(HandoffState State) : Refusal;

    /// <summary>It was decided already.</summary>
    public sealed record AlreadyDecided(HandoffState State, EmailAddress? By) : Refusal;

    /// <summary>The person lacks the role.</summary>
    public sealed record NotYourRole(string Needed) : Refusal;

    /// <summary>The pool is not the person's.</summary>
    public sealed record NotYourPool(string Pool) : Refusal;

    /// <summary>It is somebody else's.</summary>
    public sealed record NotYours(EmailAddress Owner) : Refusal;

    /// <summary>It is being offered to one person.</summary>
    public sealed record OfferedToSomeoneElse(EmailAddress To) : Refusal;

    /// <summary>It came back from this person because of the SLA.</summary>
    public sealed record HadYourTurn : Refusal;

    /// <summary>There is no such reason here.</summary>
    public sealed record UnknownReason(string Given, IReadOnlyList<Reason> Known) : Refusal;

    /// <summary>This reason needs a comment.</summary>
    public sealed record CommentMissing : Refusal;

    /// <summary>Not enough attempts to call it unreachable.</summary>
    public sealed record TooFewAttempts(int Made, int Required) : Refusal;

    /// <summary>Nobody of that address is known.</summary>
    public sealed record UnknownPerson(string Given) : Refusal;

    /// <summary>There is no such pool.</summary>
    public sealed record UnknownPool(string Given) : Refusal;

    /// <summary>The date is not within the allowed range.</summary>
    public sealed record DateOutOfRange(DateOnly From, DateOnly To) : Refusal;

    /// <summary>There is nothing of this person's to undo, or the first touch was made.</summary>
    public sealed record NothingToUndo : Refusal;

    /// <summary>Required fields are still missing.</summary>
    public sealed record StillMissing(IReadOnlyList<string> Fields) : Refusal;

    /// <summary>Nothing was changed in the form.</summary>
    public sealed record NothingFixed : Refusal;

    /// <summary>The person must never be offered again.</summary>
    public sealed record Suppressed : Refusal;

    /// <summary>The amount or currency is wrong.</summary>
    public sealed record WrongAmount : Refusal;

    /// <summary>No contest is open.</summary>
    public sealed record NoContest : Refusal;

    /// <summary>The clocks are paused already, or are not.</summary>
    public sealed record PauseUnchanged(bool Paused) : Refusal;

    /// <summary>The person is away, so nothing is offered to that person alone.</summary>
    /// <param name="Who">Whom.</param>
    /// <param name="Until">When the person is back; null for good.</param>
    public sealed record PersonAway(EmailAddress Who, DateTimeOffset? Until) : Refusal;

    /// <summary>The person is not away.</summary>
    public sealed record NotAway(EmailAddress Who) : Refusal;

    /// <summary>Its person was erased: nothing can be done with it any more.</summary>
    public sealed record Erased : Refusal;

    /// <summary>Several people go by that name.</summary>
    public sealed record SeveralPeople(string Given, IReadOnlyList<EmailAddress> Who) : Refusal;
}
