using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Leads;

/// <summary>Finds leads again: what was sent before, who has been handed over already, who must never be.</summary>
public interface ILeadIndex
{
    /// <summary>What is known of a lead and of its person, in one round of parallel reads.</summary>
    Task<LeadTraces> LookUpAsync(string source, string externalId, EmailAddress? email, CancellationToken cancellation);

    /// <summary>
    /// Notes what became of a lead and, with <paramref name="claim"/>, that its person is now in that handoff; in one round of parallel writes.
    /// False when somebody else was quicker with the lead or the person: look up again.
    /// </summary>
    Task<bool> NoteAsync(IntakeNote note, LeadTraces traces, PersonClaim? claim, CancellationToken cancellation);

    /// <summary>The person's handoff has closed: the next lead of that person is a new one.</summary>
    /// <param name="email">The person.</param>
    /// <param name="handoff">The handoff; nothing happens when the person is in another one.</param>
    /// <param name="isClosed">Asks the store whether it is closed, after the claim was read: one that was opened again meanwhile, and claims the person anew, is not released.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task ReleaseAsync(EmailAddress email, HandoffId handoff, Func<CancellationToken, Task<bool>> isClosed, CancellationToken cancellation);

    /// <summary>
    /// Whether the person is in that handoff follows whether it is open: for a lead that came back, whose rejection was taken back or whose address was
    /// mended.
    /// </summary>
    /// <remarks>
    /// Written also when it stands, and looked at once more after that: whoever is late by any time, with a release or with this, meets another tag
    /// than it read, and whoever is overtaken by a closing sees it.
    /// </remarks>
    /// <param name="claim">The person and the handoff. A suppressed person is in none, and one who is in another that lives stays there.</param>
    /// <param name="isOpen">Asks the store whether the handoff is open, after the claim was read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<Settled> SettleAsync(PersonClaim claim, Func<CancellationToken, Task<bool>> isOpen, CancellationToken cancellation);

    /// <summary>The handoff is found under its person and its company, whichever handoff the person is in.</summary>
    Task MentionAsync(PersonClaim mention, CancellationToken cancellation);

    /// <summary>The person must never be offered again.</summary>
    Task SuppressAsync(EmailAddress email, EmailAddress by, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Handoffs of that e-mail address, in no particular order.</summary>
    Task<IReadOnlyList<HandoffId>> OfPersonAsync(EmailAddress email, CancellationToken cancellation);

    /// <summary>Handoffs of that company, by its normalised name, in no particular order, at most 100.</summary>
    Task<IReadOnlyList<HandoffId>> OfCompanyAsync(string company, CancellationToken cancellation);
}

/// <summary>Where a person is, once it was settled.</summary>
public abstract record Settled
{
    private Settled()
    {
    }

    /// <summary>In the handoff if it is open, and nowhere if it is not.</summary>
    public sealed record Own : Settled;

    /// <summary>In another one that lives, as far as is known: nothing was done.</summary>
    /// <param name="Other">That one.</param>
    public sealed record Elsewhere(HandoffId Other) : Settled;

    /// <summary>Nowhere: the person must not be contacted.</summary>
    public sealed record Suppressed : Settled;
}

/// <summary>What is known of a lead and its person.</summary>
/// <param name="Earlier">What became of the same lead when it was sent before; null when it is new.</param>
/// <param name="EarlierTag">The store's tag of that; null when it is new.</param>
/// <param name="Suppressed">Whether the person must not be offered.</param>
/// <param name="Current">The person's handoff; null when there never was one.</param>
/// <param name="CurrentLives">Whether that handoff was still open when last noted.</param>
/// <param name="CurrentTag">The store's tag of that; null when there never was one.</param>
public sealed record LeadTraces(IntakeNote? Earlier, string? EarlierTag, bool Suppressed, HandoffId? Current, bool CurrentLives, string? CurrentTag);

/// <summary>What became of a lead that was sent.</summary>
/// <param name="Source">Its source.</param>
/// <param name="ExternalId">Its external id.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Handoff">Its handoff, or the one that it repeats.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Lead">The lead as it came, kept when no handoff keeps it.</param>
public sealed record IntakeNote(string Source, string ExternalId, IntakeResult Result, HandoffId? Handoff, DateTimeOffset At, Lead? Lead);

/// <summary>A person's present handoff.</summary>
/// <param name="Email">The person.</param>
/// <param name="Company">The company's name, to be found by.</param>
/// <param name="Handoff">The handoff.</param>
public sealed record PersonClaim(EmailAddress Email, string? Company, HandoffId Handoff);

/// <summary>What becomes of a lead. The names are stored and sent over the API, in lower case.</summary>
public enum IntakeResult
{
    /// <summary>Handed over.</summary>
    Offered,

    /// <summary>Required fields are missing: back with marketing.</summary>
    Returned,

    /// <summary>The person is in an open handoff already.</summary>
    Duplicate,

    /// <summary>Not an MQL.</summary>
    Unqualified,

    /// <summary>The person must not be contacted.</summary>
    Suppressed,
}
