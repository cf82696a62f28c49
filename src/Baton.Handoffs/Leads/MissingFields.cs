namespace Baton.Handoffs.Leads;

/// <summary>Which required fields a lead lacks. A lead that lacks some is not wrong: it goes back to marketing before sales sees it.</summary>
public static class MissingFields
{
    /// <summary>What a handoff needs unless the configuration says otherwise.</summary>
    public static IReadOnlyList<string> Default { get; } = [LeadField.CompanyName.Path(), LeadField.ContactTitle.Path(), LeadField.ContactEmail.Path()];

    /// <summary>The paths among <paramref name="required"/> at which the lead has nothing, in that order.</summary>
    public static IReadOnlyList<string> Of(Lead lead, IReadOnlyList<string> required)
    {
        List<string>? missing = null;
        foreach (var path in required)
        {
            if (string.IsNullOrWhiteSpace(lead.TextAt(path)))
            {
                (missing ??= []).Add(path);
            }
        }

        return missing ?? (IReadOnlyList<string>)[];
    }
}
