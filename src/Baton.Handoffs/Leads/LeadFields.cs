using System.Globalization;

namespace Baton.Handoffs.Leads;

/// <summary>The fields of a lead by the names that JSON, configuration and messages use.</summary>
public static class LeadFields
{
    /// <summary>What a path to an attribute starts with, such as <c>attributes.Rating</c>.</summary>
    public const string AttributePrefix = "attributes.";

    private static readonly string[] Paths =
    [
        "externalId", "source", "campaign", "qualified", "qualifiedAt", "score",
        "contact.name", "contact.email", "contact.phone", "contact.title", "contact.locale", "contact.timeZone",
        "company.name", "company.domain", "company.industry", "company.employees", "company.country",
        "need", "owner",
    ];

    private static readonly Dictionary<string, LeadField> ByPath =
        Paths.Select((path, at) => (path, at)).ToDictionary(p => p.path, p => (LeadField)p.at, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every path, in the order of <see cref="LeadField"/>.</summary>
    public static IReadOnlyList<string> All => Paths;

    /// <summary>The field's name outside, such as <c>contact.email</c>.</summary>
    public static string Path(this LeadField field) => Paths[(int)field];

    /// <summary>Reads a path, in any case, and answers whether there is such a field.</summary>
    public static bool TryParse(string path, out LeadField field) => ByPath.TryGetValue(path.Trim(), out field);

    /// <summary>Whether a path names a field or an attribute.</summary>
    public static bool IsPath(string path) =>
        TryParse(path, out _) || (path.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase) && path.Length > AttributePrefix.Length);

    /// <summary>The lead's value at a path as text, or null when it has none.</summary>
    public static string? TextAt(this Lead lead, string path) =>
        TryParse(path, out var field) ? lead.TextOf(field)
        : path.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase) ? Attribute(lead, path[AttributePrefix.Length..])
        : null;

    /// <summary>The lead's value of a field as text, or null when it has none.</summary>
    public static string? TextOf(this Lead lead, LeadField field) => field switch
    {
        LeadField.ExternalId => lead.ExternalId,
        LeadField.Source => lead.Source,
        LeadField.Campaign => lead.Campaign,
        LeadField.Qualified => lead.Qualified is { } qualified ? qualified ? "true" : "false" : null,
        LeadField.QualifiedAt => lead.QualifiedAt?.ToString("O", CultureInfo.InvariantCulture),
        LeadField.Score => lead.Score?.ToString(CultureInfo.InvariantCulture),
        LeadField.ContactName => lead.Contact.Name,
        LeadField.ContactEmail => lead.Contact.Email?.Value,
        LeadField.ContactPhone => lead.Contact.Phone,
        LeadField.ContactTitle => lead.Contact.Title,
        LeadField.ContactLocale => lead.Contact.Locale,
        LeadField.ContactTimeZone => lead.Contact.TimeZone,
        LeadField.CompanyName => lead.Company.Name,
        LeadField.CompanyDomain => lead.Company.Domain,
        LeadField.CompanyIndustry => lead.Company.Industry,
        LeadField.CompanyEmployees => lead.Company.Employees?.ToString(CultureInfo.InvariantCulture),
        LeadField.CompanyCountry => lead.Company.Country,
        LeadField.Need => lead.Need,
        LeadField.Owner => lead.Owner?.Value,
        _ => null,
    };

    private static string? Attribute(Lead lead, string name) =>
        lead.Attributes.TryGetValue(name, out var exact) ? exact
        : lead.Attributes.FirstOrDefault(a => string.Equals(a.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
