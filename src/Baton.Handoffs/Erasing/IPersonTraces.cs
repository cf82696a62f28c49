using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Erasing;

/// <summary>Where a person is named in the store outside handoffs: in the indexes, and in leads that no handoff keeps.</summary>
public interface IPersonTraces
{
    /// <summary>Everything that the indexes know of an address.</summary>
    Task<PersonTraces> OfAsync(EmailAddress email, CancellationToken cancellation);

    /// <summary>Every handoff of a company, by its normalised name, however many.</summary>
    IAsyncEnumerable<HandoffId> OfCompanyAsync(string company, CancellationToken cancellation);

    /// <summary>Forgets what a lead said; that it was sent, and what became of it, stays. Harmless to repeat.</summary>
    Task ForgetLeadAsync(SentLead lead, CancellationToken cancellation);

    /// <summary>Forgets which handoffs and leads an address has; the mark that it must not be offered stays. Harmless to repeat.</summary>
    Task ForgetPersonAsync(EmailAddress email, CancellationToken cancellation);
}

/// <summary>What the indexes know of an address.</summary>
/// <param name="Handoffs">The handoffs that it was in.</param>
/// <param name="Leads">Leads of it that no handoff keeps: not qualified, or come again while a handoff lived.</param>
/// <param name="IsSuppressed">Whether it has the mark that it must not be offered.</param>
public sealed record PersonTraces(IReadOnlyList<HandoffId> Handoffs, IReadOnlyList<SentLead> Leads, bool IsSuppressed);

/// <summary>A lead by its two names.</summary>
/// <param name="Source">The sending system.</param>
/// <param name="ExternalId">Its id there.</param>
public sealed record SentLead(string Source, string ExternalId);
