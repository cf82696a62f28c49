using System.Text.Json.Nodes;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Web.Console.Messages;
using Baton.Web.Console.Places;

namespace Baton.Web.Console.Http;

// What the page reads, as JSON. The client's types in api/types.ts mirror it.

internal sealed record PersonView(string Email, string Name, IReadOnlyList<string> Roles, string Locale, string TimeZone)
{
    public static PersonView Of(Person person) => new(
        person.Email.Value,
        person.Name,
        [.. Enum.GetValues<Roles>().Where(r => r != Handoffs.People.Roles.None && person.Is(r)).Select(r => r.ToString().ToLowerInvariant())],
        person.Locale,
        person.TimeZone);
}

internal sealed record MeView(PersonView? Me, IReadOnlyList<PersonView> People);

internal sealed record PlaceView(string Id, string Kind, string Name, string NameJa, string Locale, string? Latest)
{
    public static PlaceView Of(ConsolePlace place, string? latest) =>
        new(place.Place.Id, place.Kind.ToString().ToLowerInvariant(), place.Name, place.NameJa, place.Locale, latest);
}

internal sealed record AuthorView(string Email, string Name);

internal sealed record MessageView(
    string Id, string Place, string? ThreadId, AuthorView? Author, string? Text, string? Summary, JsonObject? Card, string Locale, int Version, DateTimeOffset At)
{
    public static MessageView Of(ConsoleMessage m, Roster roster, ConsoleCards cards) => new(
        m.Id,
        m.Place.Id,
        m.ThreadId,
        m.Author is { } author ? new AuthorView(author.Value, roster.NameOf(author)) : null,
        m.Text,
        m.Card is null ? null : PlainLine.Of(m.Card.Summary),
        m.Card is null ? null : cards.Render(m.Card),
        m.Card?.Locale ?? (m.Author is { } a && roster.Find(a) is { } person ? person.Locale : "en"),
        m.Version,
        m.At);
}

internal sealed record ThreadView(MessageView Root, IReadOnlyList<MessageView> Replies);

/// <summary>A page of a place. <c>Earlier</c> is what to ask for the page before it; null when there is none.</summary>
internal sealed record PageView(IReadOnlyList<ThreadView> Threads, string? Earlier);

internal sealed record EventView(MessageView? Message);

/// <summary>What became of what was said. A private answer is stored nowhere.</summary>
internal sealed record SaidView(string Kind, MessageView Message)
{
    public const string Stored = "stored";
    public const string Private = "private";
}
