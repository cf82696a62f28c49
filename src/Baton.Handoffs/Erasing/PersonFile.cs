using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Erasing;

/// <summary>Everything that the store has of a person, gathered before anything is erased: afterwards it could not be found any more.</summary>
/// <param name="Traces">What the indexes know.</param>
/// <param name="Handoffs">The person's handoffs as they stand.</param>
/// <param name="Relatives">Handoffs of others that name one of them, by which.</param>
/// <param name="Values">What the person is found by in texts.</param>
internal sealed record PersonFile(PersonTraces Traces, IReadOnlyList<Handoff> Handoffs, IReadOnlyList<(HandoffId Other, HandoffId Relative)> Relatives, IReadOnlyCollection<string> Values)
{
    /// <summary>What messages about the person are found by.</summary>
    public PersonInTexts InTexts => new(Values, [.. Handoffs.Select(h => h.Id)]);

    /// <summary>Gathers it. Timelines are read too, because a name that was corrected since is a name all the same.</summary>
    public static async Task<PersonFile> GatherAsync(EmailAddress email, IPersonTraces persons, IHandoffStore store, CancellationToken cancellation)
    {
        var traces = await persons.OfAsync(email, cancellation);
        var (handoffs, companies) = (new List<Handoff>(), new HashSet<string>(StringComparer.Ordinal));
        var values = new HashSet<string>(StringComparer.Ordinal) { email.Value };
        foreach (var id in traces.Handoffs)
        {
            if (await store.LoadAsync(id, cancellation) is not { Handoff: var handoff })
            {
                continue;
            }

            handoffs.Add(handoff);
            await foreach (var happened in store.TimelineAsync(id, cancellation))
            {
                if (LeadIn(happened) is { } lead)
                {
                    values.UnionWith(PersonalData.ValuesOf(lead));
                    companies.UnionWith(lead.Company.Name is { } company ? [company] : []);
                }
            }
        }

        return new PersonFile(traces, handoffs, await RelativesAsync(handoffs, companies, persons, store, cancellation), values);
    }

    private static Lead? LeadIn(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received it => it.Lead,
        HandoffEvent.Resubmitted it => it.Lead,
        _ => null,
    };

    private static async Task<List<(HandoffId Other, HandoffId Relative)>> RelativesAsync(
        List<Handoff> handoffs, HashSet<string> companies, IPersonTraces persons, IHandoffStore store, CancellationToken cancellation)
    {
        var own = handoffs.Select(h => h.Id).ToHashSet();
        var (seen, found) = (new HashSet<HandoffId>(), new List<(HandoffId, HandoffId)>());
        foreach (var company in companies)
        {
            await foreach (var id in persons.OfCompanyAsync(company, cancellation))
            {
                if (own.Contains(id) || !seen.Add(id) || await store.LoadAsync(id, cancellation) is not { Handoff: var other })
                {
                    continue;
                }

                found.AddRange(other.Relatives.Where(r => own.Contains(r.Id)).Select(r => (id, r.Id)));
            }
        }

        return found;
    }
}
