namespace Baton.Handoffs.Leads;

/// <summary>A single field of a lead that its sender fills. Its name outside is <see cref="LeadFields.Path"/>.</summary>
public enum LeadField
{
    /// <summary><c>externalId</c></summary>
    ExternalId,

    /// <summary><c>source</c></summary>
    Source,

    /// <summary><c>campaign</c></summary>
    Campaign,

    /// <summary><c>qualified</c></summary>
    Qualified,

    /// <summary><c>qualifiedAt</c></summary>
    QualifiedAt,

    /// <summary><c>score</c></summary>
    Score,

    /// <summary><c>contact.name</c></summary>
    ContactName,

    /// <summary><c>contact.email</c></summary>
    ContactEmail,

    /// <summary><c>contact.phone</c></summary>
    ContactPhone,

    /// <summary><c>contact.title</c></summary>
    ContactTitle,

    /// <summary><c>contact.locale</c></summary>
    ContactLocale,

    /// <summary><c>contact.timeZone</c></summary>
    ContactTimeZone,

    /// <summary><c>company.name</c></summary>
    CompanyName,

    /// <summary><c>company.domain</c></summary>
    CompanyDomain,

    /// <summary><c>company.industry</c></summary>
    CompanyIndustry,

    /// <summary><c>company.employees</c></summary>
    CompanyEmployees,

    /// <summary><c>company.country</c></summary>
    CompanyCountry,

    /// <summary><c>need</c></summary>
    Need,

    /// <summary><c>owner</c></summary>
    Owner,
}
