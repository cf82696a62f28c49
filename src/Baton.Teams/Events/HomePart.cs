using Baton.Handoffs.Chat;

namespace Baton.Teams.Events;

/// <summary>One message of a person's own page.</summary>
/// <param name="Name">What names it among them, without spaces: <see cref="Header"/>, a handoff's id, <see cref="More"/> or <see cref="Unknown"/>.</param>
/// <param name="Card">The message.</param>
internal sealed record HomePart(string Name, Card Card)
{
    /// <summary>The name of the first.</summary>
    public const string Header = "header";

    /// <summary>The name of the only one when Teams does not say who the person is; right after an installation it may be too early for that.</summary>
    public const string Unknown = "unknown";

    /// <summary>The name of the one that says how many more wait.</summary>
    public const string More = "more";
}
