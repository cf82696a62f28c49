using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Microsoft.Extensions.Options;

namespace Baton.Web.Console.Places;

/// <summary>Every place there is: the configured channels, and direct messages for everybody in the roster.</summary>
public sealed class ConsolePlaces(IOptions<ConsoleOptions> options, Roster roster)
{
    /// <summary>The platform's name in a <see cref="Place"/>.</summary>
    public const string Platform = "console";

    /// <summary>What the id of direct messages starts with; the person's address follows.</summary>
    public const string DirectPrefix = "dm-";

    private readonly List<ConsolePlace> channels = [.. options.Value.Places.Select(Channel)];

    /// <summary>The channels in their configured order, then the person's own direct messages.</summary>
    public IEnumerable<ConsolePlace> OpenTo(Person person) => [.. channels, DirectOf(person)];

    /// <summary>Every channel, and everybody's direct messages.</summary>
    public IEnumerable<ConsolePlace> All => [.. channels, .. roster.People.Select(DirectOf)];

    /// <summary>A person's direct messages.</summary>
    public static ConsolePlace DirectOf(Person person) =>
        new(new Place(Platform, DirectPrefix + person.Email.Value), ConsolePlaceKind.Direct, person.Name, person.Name, person.Locale, person.Email);

    /// <summary>The place of that name, or null when there is none.</summary>
    public ConsolePlace? Find(Place place)
    {
        if (place.Platform != Platform)
        {
            return null;
        }

        return place.Id.StartsWith(DirectPrefix, StringComparison.Ordinal)
            ? EmailAddress.TryParse(place.Id[DirectPrefix.Length..], out var email) && roster.Find(email) is { } person ? DirectOf(person) : null
            : channels.Find(c => c.Place == place);
    }

    private static ConsolePlace Channel(ConsoleChannelOptions o) =>
        new(new Place(Platform, o.Id), o.Kind, o.Name, string.IsNullOrWhiteSpace(o.NameJa) ? o.Name : o.NameJa, o.Locale, null);
}
