using Baton.Handoffs.Leads;

namespace Baton.Handoffs.People;

/// <summary>What a person may do. The names are stored.</summary>
[Flags]
public enum Roles
{
    /// <summary>May look only.</summary>
    None = 0,

    /// <summary>Takes, rejects and works leads of own pools.</summary>
    Rep = 1,

    /// <summary>Reads feedback, contests, fixes, withdraws.</summary>
    Marketer = 2,

    /// <summary>Reassigns, pauses, decides contests; everything a rep may do, in every pool.</summary>
    Manager = 4,

    /// <summary>Installs and repairs.</summary>
    Operator = 8,

    /// <summary>The product itself: timers and deliveries.</summary>
    System = 16,

    /// <summary>An integration that calls the API with a key.</summary>
    Integration = 32,
}

/// <summary>A colleague who acts on handoffs.</summary>
public sealed record Person
{
    /// <summary>What names the person on every platform.</summary>
    public required EmailAddress Email { get; init; }

    /// <summary>As others know the person.</summary>
    public required string Name { get; init; }

    /// <summary>What the person may do.</summary>
    public Roles Roles { get; init; }

    /// <summary>The pools whose offers the person may take.</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    /// <summary>Language of everything private to the person: <c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether the configuration says the language; else that of the person's profile counts.</summary>
    public bool LocaleIsConfigured { get; init; }

    /// <summary>Whether the configuration says the time zone; else that of the person's profile counts.</summary>
    public bool TimeZoneIsConfigured { get; init; }

    /// <summary>The calendar of own working time; null means the default calendar.</summary>
    public string? Calendar { get; init; }

    /// <summary>When the person is away; it may be over. Null when nobody told of any absence.</summary>
    public Absence? Absence { get; init; }

    /// <summary>Whether the person has any of the roles.</summary>
    public bool Is(Roles any) => (Roles & any) != 0;

    /// <summary>Whether the person is away at that instant.</summary>
    public bool IsAway(DateTimeOffset now) => Absence?.Covers(now) == true;

    /// <summary>Who acts when a timer fires or a delivery is recorded.</summary>
    public static Person Baton { get; } = new() { Email = EmailAddress.Parse("baton@baton.invalid"), Name = "Baton", Roles = Roles.System };
}
