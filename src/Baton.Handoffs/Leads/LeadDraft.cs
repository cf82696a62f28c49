using System.Globalization;
using NodaTime;

namespace Baton.Handoffs.Leads;

/// <summary>
/// A lead while it is read, field by field, from whatever it comes in. Every rule on a single value is here, so that JSON and files
/// refuse the same things. The <c>label</c> of each method is how the sender calls the field.
/// </summary>
/// <param name="now">When it arrived: nothing may have been qualified much later.</param>
public sealed class LeadDraft(DateTimeOffset now)
{
    private readonly string?[] texts = new string?[LeadFields.All.Count];
    private readonly LeadAttributes attributes = new();
    private List<Engagement>? engagements;
    private List<FieldError>? errors;
    private bool? qualified;
    private DateTimeOffset? qualifiedAt;
    private int? score;
    private int? employees;
    private EmailAddress? email;
    private EmailAddress? owner;

    /// <summary>Notes a wrong value; the draft then ends as <see cref="LeadReading.Wrong"/>.</summary>
    public void Wrong(string label, string? value, string rule) => (errors ??= []).Add(new FieldError(label, FieldError.Shown(value), rule));

    /// <summary>Sets a field from text. Surrounding blanks are dropped; text of blanks alone says nothing.</summary>
    public void Text(LeadField field, string label, string text)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            return;
        }

        switch (field)
        {
            case LeadField.ContactEmail: email = Address(label, text); break;
            case LeadField.Owner: owner = Address(label, text); break;
            case LeadField.Score or LeadField.CompanyEmployees: Number(field, label, Amount(text), text); break;
            case LeadField.Qualified: Flag(label, text); break;
            case LeadField.QualifiedAt: Instant(label, text); break;
            case LeadField.ContactTimeZone when DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is null: attributes.Add(label, text); break;
            case LeadField.ContactLocale when !LooksLikeLocale(text): attributes.Add(label, text); break;
            case LeadField.ExternalId or LeadField.Source when text.Length > LeadLimits.MaxKeyText: Wrong(label, text, LeadRules.Key); break;
            case LeadField.CompanyDomain: texts[(int)field] = text.ToLowerInvariant(); break;
            default: texts[(int)field] = text; break;
        }
    }

    /// <summary>Sets the score (0 to 100, fractions are rounded) or the number of employees.</summary>
    public void Number(LeadField field, string label, double number, string shown)
    {
        if (field == LeadField.Score)
        {
            score = number is >= 0 and <= 100 ? (int)Math.Round(number, MidpointRounding.AwayFromZero) : null;
        }
        else
        {
            employees = number is >= 0 and <= LeadLimits.MaxCount && number == Math.Floor(number) ? (int)number : null;
        }

        if ((field == LeadField.Score ? score : employees) is null)
        {
            Wrong(label, shown, field == LeadField.Score ? LeadRules.Score : LeadRules.Employees);
        }
    }

    /// <summary>Sets whether marketing calls it qualified.</summary>
    public void Qualified(bool? value) => qualified = value;

    /// <summary>Sets when it was qualified.</summary>
    public void QualifiedAt(string label, DateTimeOffset at, string shown)
    {
        if (at < LeadLimits.Earliest || at > now + LeadLimits.ClockSkew)
        {
            Wrong(label, shown, at < LeadLimits.Earliest ? LeadRules.NotUnset : LeadRules.NotAhead);
            return;
        }

        qualifiedAt = at.ToUniversalTime();
    }

    /// <summary>Adds something that the contact did.</summary>
    public void Did(Engagement engagement) => (engagements ??= []).Add(engagement);

    /// <summary>Keeps a field that Baton does not know, within <see cref="LeadLimits"/>.</summary>
    public void Attribute(string name, string value) => attributes.Add(name, value);

    /// <summary>The lead, or everything that is wrong with it.</summary>
    /// <param name="externalIdLabel">How the sender calls the external id.</param>
    /// <param name="sourceLabel">How the sender calls the source.</param>
    public LeadReading Finish(string externalIdLabel = "externalId", string sourceLabel = "source")
    {
        if (Of(LeadField.ExternalId) is null && !Named(externalIdLabel))
        {
            Wrong(externalIdLabel, "", LeadRules.Key);
        }

        if (Of(LeadField.Source) is null && !Named(sourceLabel))
        {
            Wrong(sourceLabel, "", LeadRules.Key);
        }

        return errors is null ? new LeadReading.Ok(ToLead()) : new LeadReading.Wrong(errors);
    }

    private bool Named(string label) => errors?.Exists(e => e.Field == label) == true;

    private string? Of(LeadField field) => texts[(int)field];

    private Lead ToLead() => new()
    {
        ExternalId = Of(LeadField.ExternalId)!,
        Source = Of(LeadField.Source)!,
        Campaign = Of(LeadField.Campaign),
        Qualified = qualified,
        QualifiedAt = qualifiedAt,
        Score = score,
        Contact = new Contact
        {
            Name = Of(LeadField.ContactName),
            Email = email,
            Phone = Of(LeadField.ContactPhone),
            Title = Of(LeadField.ContactTitle),
            Locale = Of(LeadField.ContactLocale),
            TimeZone = Of(LeadField.ContactTimeZone),
        },
        Company = new Company
        {
            Name = Of(LeadField.CompanyName),
            Domain = Of(LeadField.CompanyDomain),
            Industry = Of(LeadField.CompanyIndustry),
            Employees = employees,
            Country = Of(LeadField.CompanyCountry),
        },
        Need = Of(LeadField.Need),
        Engagements = engagements is null ? [] : engagements.Count == 1 ? engagements : [.. engagements.OrderBy(e => e.At ?? DateTimeOffset.MinValue)],
        Owner = owner,
        Attributes = attributes.Finish(),
    };

    private EmailAddress? Address(string label, string text)
    {
        if (EmailAddress.TryParse(text, out var address))
        {
            return address;
        }

        Wrong(label, text, LeadRules.Email);
        return null;
    }

    private void Flag(string label, string text)
    {
        qualified = text.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "1" or "はい" => true,
            "FALSE" or "NO" or "N" or "0" or "いいえ" => false,
            _ => null,
        };
        if (qualified is null)
        {
            Wrong(label, text, LeadRules.Flag);
        }
    }

    private void Instant(string label, string text)
    {
        if (LeadTime.TryParse(text, out var at))
        {
            QualifiedAt(label, at, text);
        }
        else
        {
            Wrong(label, text, LeadRules.Time);
        }
    }

    private static double Amount(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;

    private static bool LooksLikeLocale(string text) =>
        text.Length <= 35 && text.AsSpan().IndexOfAny('-', '_') is var at && (at < 0 ? text.Length : at) is 2 or 3
        && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
