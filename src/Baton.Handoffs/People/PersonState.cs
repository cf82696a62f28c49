using Baton.Handoffs.Leads;

namespace Baton.Handoffs.People;

/// <summary>What is known of a person beyond the configuration, and changes while the product runs. Stored; property names stay as they are.</summary>
public sealed record PersonState
{
    /// <summary>Whom.</summary>
    public required EmailAddress Email { get; init; }

    /// <summary>The absence that was last told of; it may be over. Null when none was.</summary>
    public Absence? Absence { get; init; }

    /// <summary>Who told of it.</summary>
    public EmailAddress? AbsenceBy { get; init; }

    /// <summary>The language that the person chose, <c>en</c> or <c>ja</c>: it goes before everything.</summary>
    public string? ChosenLocale { get; init; }

    /// <summary>The language of the person's profile on the platform, <c>en</c> or <c>ja</c>: it counts where the configuration says none.</summary>
    public string? ProfileLocale { get; init; }

    /// <summary>The IANA time zone of the profile: it counts where the configuration says none.</summary>
    public string? ProfileTimeZone { get; init; }

    /// <summary>The person as configured, with what is known beyond.</summary>
    public Person Over(Person configured) => configured with
    {
        Absence = Absence,
        Locale = ChosenLocale ?? (configured.LocaleIsConfigured ? null : ProfileLocale) ?? configured.Locale,
        TimeZone = (configured.TimeZoneIsConfigured ? null : ProfileTimeZone) ?? configured.TimeZone,
    };
}
