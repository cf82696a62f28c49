using Baton.Handoffs.Chat;
using Baton.Teams.Connector.Credentials;

namespace Baton.Teams.Connector;

/// <summary>
/// Tells a person in the own language why something could not be put into Teams. What is stored of that is in English, and may hold words of Teams' own: they stay.
/// </summary>
internal static class ToldWhy
{
    private static readonly string[] Lost = ["lost.removedFromTeam", "lost.removed", "lost.channelDeleted", "lost.channelUnshared", "lost.teamArchived", "lost.teamDeleted"];

    // The longest first, as one sentence may hold another.
    private static readonly string[] Keys = [.. ConnectorErrors.Keys.Concat(TokenFailure.Keys).OrderByDescending(static key => Stored[key].Length)];

    /// <summary>The texts that are stored.</summary>
    public static Texts Stored => Texts.Of<RefusalTexts>("en");

    /// <summary>The reason as that person reads it.</summary>
    /// <param name="why">As it was stored.</param>
    /// <param name="locale">For whom.</param>
    public static string Of(string why, string locale)
    {
        var (stored, told) = (Stored, Texts.Of<RefusalTexts>(locale));
        if (Lost.FirstOrDefault(key => stored[key] == why) is { } lost)
        {
            return told[lost];
        }

        return Keys.FirstOrDefault(key => why.Contains(stored[key], StringComparison.Ordinal)) is { } found
            ? why.Replace(stored[found], told[found], StringComparison.Ordinal).Replace(stored["says"], told["says"], StringComparison.Ordinal)
            : why;
    }
}
