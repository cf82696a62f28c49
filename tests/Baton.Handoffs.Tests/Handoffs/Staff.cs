using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>The people of the tests.</summary>
public static class Staff
{
    /// <summary>A rep of the pool sales.</summary>
    public static Person Aoi { get; } = Of("aoi", "佐藤 葵", Roles.Rep, "sales") with { Locale = "ja" };

    /// <summary>Another rep of the pool sales.</summary>
    public static Person Ben { get; } = Of("ben", "Ben Ode", Roles.Rep, "sales");

    /// <summary>A rep of the pool field.</summary>
    public static Person Cleo { get; } = Of("cleo", "Cleo Fry", Roles.Rep, "field");

    /// <summary>A marketer.</summary>
    public static Person Mika { get; } = Of("mika", "森 美香", Roles.Marketer) with { Locale = "ja" };

    /// <summary>The manager.</summary>
    public static Person Noor { get; } = Of("noor", "Noor Aziz", Roles.Manager);

    /// <summary>A manager who also takes leads.</summary>
    public static Person Otto { get; } = Of("otto", "Otto Berg", Roles.Manager | Roles.Rep, "field");

    /// <summary>An operator, who acts on no lead.</summary>
    public static Person Pia { get; } = Of("pia", "Pia Lund", Roles.Operator);

    /// <summary>Who gets what nobody took.</summary>
    public static Person Quin { get; } = Of("quin", "Quin Last", Roles.Rep, "field");

    /// <summary>Somebody whom nobody configured.</summary>
    public static Person Stranger { get; } = Of("stranger", "stranger@baton.example", Roles.None);

    /// <summary>The CRM.</summary>
    public static Person Api { get; } = Of("crm", "CRM", Roles.Integration);

    /// <summary>Everybody in the roster.</summary>
    public static IReadOnlyList<Person> Roster { get; } = [Aoi, Ben, Cleo, Mika, Noor, Otto, Pia, Quin];

    /// <summary>Everybody who might try something.</summary>
    public static IReadOnlyList<Person> All { get; } = [.. Roster, Stranger, Api, Person.Baton];

    private static Person Of(string name, string full, Roles roles, params string[] pools) => new()
    {
        Email = EmailAddress.Parse($"{name}@baton.example"),
        Name = full,
        Roles = roles,
        Pools = pools,
        TimeZone = "Asia/Tokyo",
    };
}
