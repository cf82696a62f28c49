using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Leads;

/// <summary>Finds other handoffs of a lead's person and company, so that a rep sees a possible duplicate or a customer before calling.</summary>
internal sealed class Relatives(ILeadIndex index, IHandoffStore store)
{
    private const int Looked = 8;
    private const int Kept = 3;

    /// <summary>Their names, the person's own first; in one round of parallel reads.</summary>
    public async Task<IReadOnlyList<(HandoffId Id, bool IsSamePerson)>> NamesAsync(Lead lead, CancellationToken cancellation)
    {
        var ofPerson = lead.Contact.Email is { } email ? index.OfPersonAsync(email, cancellation) : Task.FromResult<IReadOnlyList<HandoffId>>([]);
        var ofCompany = lead.Company.Name is { } company ? index.OfCompanyAsync(company, cancellation) : Task.FromResult<IReadOnlyList<HandoffId>>([]);
        await Task.WhenAll(ofPerson, ofCompany);
        return [.. (await ofPerson).Select(id => (id, true)), .. (await ofCompany).Except(await ofPerson).Select(id => (id, false))];
    }

    /// <summary>How they stand, the most telling first: won, then open, then the latest; in one round of parallel reads.</summary>
    public async Task<IReadOnlyList<RelatedHandoff>> StandingAsync(IReadOnlyList<(HandoffId Id, bool IsSamePerson)> names, HandoffId own, CancellationToken cancellation)
    {
        var looked = names.Where(n => n.Id != own).Take(Looked).ToList();
        var found = await Task.WhenAll(looked.Select(n => store.LoadAsync(n.Id, cancellation)));
        return
        [
            .. looked.Zip(found, (name, stored) => (name.IsSamePerson, stored?.Handoff))
                .Where(r => r.Handoff is not null)
                .Select(r => new RelatedHandoff(r.Handoff!.Id, r.Handoff.State, r.IsSamePerson, r.Handoff.Lead.Contact.Name, r.Handoff.Owner, r.Handoff.Milestones.Created))
                .OrderByDescending(r => r.State == HandoffState.Won).ThenByDescending(r => r.State.IsOpen()).ThenByDescending(r => r.Created)
                .Take(Kept),
        ];
    }
}
