using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Web.Console.Places;

/// <summary>A channel, or a person's direct messages.</summary>
/// <param name="Place">How routes and messages name it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NameJa">What people who read Japanese call it.</param>
/// <param name="Locale">The language of its cards: <c>en</c> or <c>ja</c>.</param>
/// <param name="Owner">Whose direct messages these are; null for a channel, which everybody sees.</param>
public sealed record ConsolePlace(Place Place, ConsolePlaceKind Kind, string Name, string NameJa, string Locale, EmailAddress? Owner)
{
    /// <summary>Whether that person may read and write here.</summary>
    public bool IsOpenTo(EmailAddress person) => Owner is null || Owner == person;
}
