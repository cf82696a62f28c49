using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Handoffs;

/// <summary>Reads the lead of a <see cref="UsualOrigin"/>. Each part ends with <see cref="JsonException"/> when there is anything in it, or missing, that only the serializer knows how to take; see <see cref="JsonParts"/> too.</summary>
internal ref struct UsualLead
{
    private string? externalId;
    private string? source;
    private string? campaign;
    private bool? qualified;
    private DateTimeOffset? qualifiedAt;
    private int? score;
    private Contact? contact;
    private Company? company;
    private string? need;
    private IReadOnlyList<Engagement> engagements = [];
    private EmailAddress? owner;
    private IReadOnlyDictionary<string, string>? attributes;

    /// <summary>Nothing is read yet.</summary>
    public UsualLead()
    {
    }

    /// <summary>Reads a lead.</summary>
    /// <param name="parts">Stands on it, and then on its end.</param>
    public static Lead Read(ref JsonParts parts)
    {
        var lead = new UsualLead();
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            lead.Read(name[..length], ref parts);
        }

        return lead.Build() ?? throw new JsonException("A lead lacks something.");
    }

    private void Read(scoped ReadOnlySpan<char> name, ref JsonParts value)
    {
        switch (name)
        {
            case "externalId":
                externalId = value.String();
                break;
            case "source":
                source = value.String();
                break;
            case "campaign":
                campaign = value.String();
                break;
            case "qualified":
                qualified = value.Boolean();
                break;
            case "qualifiedAt":
                qualifiedAt = value.Instant();
                break;
            case "score":
                score = value.Int32();
                break;
            case "contact":
                contact = Person(ref value);
                break;
            case "company":
                company = Firm(ref value);
                break;
            case "need":
                need = value.String();
                break;
            case "engagements":
                engagements = Engagements(ref value);
                break;
            case "owner":
                owner = value.Other(HandoffJson.Stored.EmailAddress);
                break;
            case "attributes":
                attributes = value.Other(HandoffJson.Stored.IReadOnlyDictionaryStringString);
                break;
            default:
                throw JsonParts.Unknown(name);
        }
    }

    private readonly Lead? Build() => externalId is null || source is null || contact is null || company is null || attributes is null
        ? null
        : new Lead
        {
            ExternalId = externalId,
            Source = source,
            Campaign = campaign,
            Qualified = qualified,
            QualifiedAt = qualifiedAt,
            Score = score,
            Contact = contact,
            Company = company,
            Need = need,
            Engagements = engagements,
            Owner = owner,
            Attributes = attributes,
        };

    private static Contact Person(ref JsonParts parts)
    {
        (string? Name, EmailAddress? Email, string? Phone, string? Title, string? Locale, string? TimeZone) person = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "name":
                    person.Name = parts.String();
                    break;
                case "email":
                    person.Email = parts.Other(HandoffJson.Stored.EmailAddress);
                    break;
                case "phone":
                    person.Phone = parts.String();
                    break;
                case "title":
                    person.Title = parts.String();
                    break;
                case "locale":
                    person.Locale = parts.String();
                    break;
                case "timeZone":
                    person.TimeZone = parts.String();
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return new Contact { Name = person.Name, Email = person.Email, Phone = person.Phone, Title = person.Title, Locale = person.Locale, TimeZone = person.TimeZone };
    }

    private static Company Firm(ref JsonParts parts)
    {
        (string? Name, string? Domain, string? Industry, int? Employees, string? Country) firm = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "name":
                    firm.Name = parts.String();
                    break;
                case "domain":
                    firm.Domain = parts.String();
                    break;
                case "industry":
                    firm.Industry = parts.String();
                    break;
                case "employees":
                    firm.Employees = parts.Int32();
                    break;
                case "country":
                    firm.Country = parts.String();
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return new Company { Name = firm.Name, Domain = firm.Domain, Industry = firm.Industry, Employees = firm.Employees, Country = firm.Country };
    }

    private static List<Engagement> Engagements(ref JsonParts parts)
    {
        var all = new List<Engagement>();
        parts.EnterArray();
        while (parts.NextElement())
        {
            all.Add(One(ref parts));
        }

        return all;
    }

    private static Engagement One(ref JsonParts parts)
    {
        (DateTimeOffset? At, string? Kind, string? What, int? Count) one = default;
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            switch (name[..length])
            {
                case "at":
                    one.At = parts.Instant();
                    break;
                case "kind":
                    one.Kind = parts.String();
                    break;
                case "what":
                    one.What = parts.String();
                    break;
                case "count":
                    one.Count = parts.Int32();
                    break;
                default:
                    throw JsonParts.Unknown(name[..length]);
            }
        }

        return one is { Kind: { } kind, What: { } what, Count: { } count } ? new Engagement(one.At, kind, what, count) : throw new JsonException("An engagement lacks something.");
    }
}
