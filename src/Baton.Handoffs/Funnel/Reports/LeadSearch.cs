using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>Finds handoffs by what somebody typed.</summary>
public static class LeadSearch
{
    /// <summary>
    /// The handoffs whose id or contact address is the text; when there are none, those whose company or contact name is it;
    /// when there are none either, those whose company or contact name holds it (blanks, width and case do not matter).
    /// Newest first, then by id.
    /// </summary>
    public static IReadOnlyList<HandoffFact> Find(IEnumerable<HandoffFact> facts, string query)
    {
        var wanted = Plain(query);
        if (wanted.Length == 0)
        {
            return [];
        }

        List<HandoffFact> exact = [], named = [], holding = [];
        foreach (var fact in facts)
        {
            var (company, contact) = (Plain(fact.CompanyName ?? ""), Plain(fact.ContactName ?? ""));
            if (fact.Id.Value == wanted || fact.ContactEmail?.Value == wanted)
            {
                exact.Add(fact);
            }
            else if (company == wanted || contact == wanted)
            {
                named.Add(fact);
            }
            else if (company.Contains(wanted, StringComparison.Ordinal) || contact.Contains(wanted, StringComparison.Ordinal))
            {
                holding.Add(fact);
            }
        }

        var found = exact.Count > 0 ? exact : named.Count > 0 ? named : holding;
        return [.. found.OrderByDescending(f => f.CreatedAt).ThenBy(f => f.Id.Value, StringComparer.Ordinal)];
    }

    private static string Plain(string text) => CommandText.Normal(text).Replace(" ", "", StringComparison.Ordinal);
}
