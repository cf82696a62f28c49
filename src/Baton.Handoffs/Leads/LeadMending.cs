using System.Globalization;

namespace Baton.Handoffs.Leads;

/// <summary>Puts a value that somebody typed into a field of a lead.</summary>
public static class LeadMending
{
    /// <summary>The lead with that field changed; as it was when the path is none of a correctable field, or the text does not fit it.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="path">A path such as <c>company.employees</c> or <c>attributes.Rating</c>.</param>
    /// <param name="text">What was typed.</param>
    public static Lead With(this Lead lead, string path, string text)
    {
        if (LeadFields.TryParse(path, out var field))
        {
            return With(lead, field, text.Trim());
        }

        return LeadFields.IsPath(path)
            ? lead with { Attributes = new Dictionary<string, string>(lead.Attributes) { [path[LeadFields.AttributePrefix.Length..]] = text.Trim() } }
            : lead;
    }

    private static Lead With(Lead lead, LeadField field, string text) => field switch
    {
        LeadField.Campaign => lead with { Campaign = text },
        LeadField.Need => lead with { Need = text },
        LeadField.ContactName => lead with { Contact = lead.Contact with { Name = text } },
        LeadField.ContactTitle => lead with { Contact = lead.Contact with { Title = text } },
        LeadField.ContactPhone => lead with { Contact = lead.Contact with { Phone = text } },
        LeadField.ContactEmail when EmailAddress.TryParse(text, out var email) => lead with { Contact = lead.Contact with { Email = email } },
        LeadField.CompanyName => lead with { Company = lead.Company with { Name = text } },
        LeadField.CompanyDomain => lead with { Company = lead.Company with { Domain = text.ToLowerInvariant() } },
        LeadField.CompanyIndustry => lead with { Company = lead.Company with { Industry = text } },
        LeadField.CompanyCountry => lead with { Company = lead.Company with { Country = text } },
        LeadField.CompanyEmployees when Number(text) is { } employees => lead with { Company = lead.Company with { Employees = employees } },
        LeadField.Owner when EmailAddress.TryParse(text, out var owner) => lead with { Owner = owner },
        _ => lead,
    };

    private static int? Number(string text) =>
        int.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number <= LeadLimits.MaxCount ? number : null;
}
