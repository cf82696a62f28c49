using Baton.Handoffs.Chat;

namespace Baton.Teams.Events;

/// <summary>One message of a person's own page.</summary>
/// <param name="Name">What names it among them, without spaces: <see cref="Header"/>, a handoff's id, or <see cref="More"/>.</param>
/// <param name="Card">The message.</param>
internal sealed record HomePart(string Name, Card Card)
{
    /// <summary>The name of the first.</summary>
    public const string Header = "header";

    /// <summary>The name of the one that says how many more wait.</summary>
    public const string More = "more";
}
