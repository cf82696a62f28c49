using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using NodaTime;

namespace Baton.Bot.Composition;

/// <summary>One entry of the section <c>People</c>: somebody who may act.</summary>
internal sealed class PersonOptions
{
    public const string Section = "People";

    private const string UsualTimeZone = "Asia/Tokyo";

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary><c>rep</c>, <c>marketer</c>, <c>manager</c>, <c>operator</c>.</summary>
    public List<string> Roles { get; set; } = [];

    public List<string> Pools { get; set; } = [];

    /// <summary><c>en</c> or <c>ja</c>; null means that of the person's profile, and English until it is known.</summary>
    public string? Locale { get; set; }

    /// <summary>IANA zone; null means that of the person's profile, and <see cref="UsualTimeZone"/> until it is known.</summary>
    public string? TimeZone { get; set; }

    public string? Calendar { get; set; }

    public IEnumerable<string> Validate(int index, IReadOnlyCollection<string> pools, Func<string, bool> knowsCalendar)
    {
        var key = $"{Section}:{index}";
        if (!EmailAddress.TryParse(Email, out _))
        {
            yield return $"{key}:Email is \"{Email}\"; expected an address such as name@example.com";
        }

        foreach (var role in Roles.Where(r => RoleOf(r) is null))
        {
            yield return $"{key}:Roles has \"{role}\"; expected rep, marketer, manager or operator";
        }

        foreach (var pool in Pools.Where(p => !pools.Contains(p, StringComparer.Ordinal)))
        {
            yield return $"{key}:Pools has \"{pool}\"; expected one of {string.Join(", ", pools)} (Routing:Pools)";
        }

        if (Locale is not (null or "en" or "ja"))
        {
            yield return $"{key}:Locale is \"{Locale}\"; expected en or ja";
        }

        if (TimeZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
        {
            yield return $"{key}:TimeZone is \"{TimeZone}\"; expected an IANA zone such as Asia/Tokyo";
        }

        if (Calendar is not null && !knowsCalendar(Calendar))
        {
            yield return $"{key}:Calendar is \"{Calendar}\"; expected the name of one of Calendars";
        }
    }

    public Person ToPerson() => new()
    {
        Email = EmailAddress.Parse(Email),
        Name = Name.Length > 0 ? Name : Email,
        Roles = Roles.Aggregate(Handoffs.People.Roles.None, (all, role) => all | RoleOf(role)!.Value),
        Pools = Pools,
        Locale = Locale ?? "en",
        LocaleIsConfigured = Locale is not null,
        TimeZone = TimeZone ?? UsualTimeZone,
        TimeZoneIsConfigured = TimeZone is not null,
        Calendar = Calendar,
    };

    private static Roles? RoleOf(string role) => role.ToLowerInvariant() switch
    {
        "rep" => Handoffs.People.Roles.Rep,
        "marketer" => Handoffs.People.Roles.Marketer,
        "manager" => Handoffs.People.Roles.Manager,
        "operator" => Handoffs.People.Roles.Operator,
        _ => null,
    };
}
