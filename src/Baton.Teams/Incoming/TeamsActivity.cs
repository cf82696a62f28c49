using System.Text.Json.Nodes;

namespace Baton.Teams.Incoming;

/// <summary>Something that Teams tells of.</summary>
/// <param name="At">Where and by whom.</param>
internal abstract record TeamsActivity(Surroundings At)
{
    /// <summary>Somebody wrote a message.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Text">What, as plain text, without the mention of Baton.</param>
    /// <param name="MentionsBaton">Whether Baton was mentioned.</param>
    public sealed record Wrote(Surroundings At, string Text, bool MentionsBaton) : TeamsActivity(At)
    {
        /// <summary>Who else is mentioned in the text, each as <c>@</c> and the name.</summary>
        public IReadOnlyList<Mention> Mentions { get; init; } = [];
    }

    /// <summary>Somebody changed a message, or took back its deletion.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Text">What it says now.</param>
    public sealed record Edited(Surroundings At, string Text) : TeamsActivity(At);

    /// <summary>Somebody deleted a message.</summary>
    /// <param name="At">Where and by whom.</param>
    public sealed record Deleted(Surroundings At) : TeamsActivity(At);

    /// <summary>A button that a client sent as a message, because it does not know how to press it: no card can be answered.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Data">What the button carries, with the form's answers.</param>
    public sealed record Submitted(Surroundings At, JsonObject Data) : TeamsActivity(At);

    /// <summary>Baton came to a person, a chat or a team.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="IsUpgrade">Whether it was there before, in an older form.</param>
    public sealed record Installed(Surroundings At, bool IsUpgrade = false) : TeamsActivity(At);

    /// <summary>Baton was taken away from a person, a chat or a team.</summary>
    /// <param name="At">Where and by whom.</param>
    public sealed record Uninstalled(Surroundings At) : TeamsActivity(At);

    /// <summary>A channel takes messages, perhaps under a new name: it was made, renamed, shared or brought back, or Baton was added to it.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Channel">Which.</param>
    /// <param name="Name">Its name; null when Teams does not say.</param>
    public sealed record ChannelThere(Surroundings At, string Channel, string? Name) : TeamsActivity(At)
    {
        /// <summary>The teams with which it is shared now, besides the one that owns it.</summary>
        public IReadOnlyList<string> SharedWith { get; init; } = [];
    }

    /// <summary>A channel is no longer shared with some teams. Only where Baton is there through one of them it takes no messages any more.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Channel">Which.</param>
    /// <param name="From">Those teams.</param>
    public sealed record ChannelUnshared(Surroundings At, string Channel, IReadOnlyList<string> From) : TeamsActivity(At);

    /// <summary>A channel takes no messages any more.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Channel">Which.</param>
    /// <param name="Why">Why, in English, for an operator.</param>
    public sealed record ChannelLost(Surroundings At, string Channel, string Why) : TeamsActivity(At);

    /// <summary>A whole team takes no messages any more.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Why">Why, in English, for an operator.</param>
    public sealed record TeamLost(Surroundings At, string Why) : TeamsActivity(At);

    /// <summary>A whole team takes messages again.</summary>
    /// <param name="At">Where and by whom.</param>
    public sealed record TeamBack(Surroundings At) : TeamsActivity(At);

    /// <summary>Something that is none of Baton's: reactions, typing, people who come and go.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="What">What it is.</param>
    public sealed record Nothing(Surroundings At, string What) : TeamsActivity(At);
}
