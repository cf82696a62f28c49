using System.Text.Json.Nodes;
using Baton.Teams.Files;

namespace Baton.Teams.Incoming;

/// <summary>Something that waits for an answer with its response (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).</summary>
/// <param name="At">Where and by whom.</param>
internal abstract record TeamsInvoke(Surroundings At)
{
    /// <summary>A button of a card was pressed.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Verb">The button's verb.</param>
    /// <param name="Data">What the button carries, with the form's answers.</param>
    public sealed record Pressed(Surroundings At, string Verb, JsonObject Data) : TeamsInvoke(At);

    /// <summary>A button asks for its dialog.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Data">What the button carries.</param>
    public sealed record DialogWanted(Surroundings At, JsonObject Data) : TeamsInvoke(At);

    /// <summary>A dialog was sent.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Data">What its button carries, with the answers.</param>
    public sealed record DialogSent(Surroundings At, JsonObject Data) : TeamsInvoke(At);

    /// <summary>Somebody said whether a file is wanted that was offered (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Command">What the file is made of, as the offer carries it.</param>
    /// <param name="Offer">The id of the offer's message; null when Teams does not say.</param>
    /// <param name="Wanted">Where the file is to be put; null when it is not wanted.</param>
    public sealed record FileAnswered(Surroundings At, string Command, string? Offer, UploadPlace? Wanted) : TeamsInvoke(At);

    /// <summary>An invoke that lacks what it needs.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Code"><c>BadRequest</c> or <c>NotSupported</c>.</param>
    /// <param name="Why">What is wrong, in English.</param>
    public sealed record Malformed(Surroundings At, string Code, string Why) : TeamsInvoke(At);

    /// <summary>An invoke that is none of Baton's.</summary>
    /// <param name="At">Where and by whom.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Foreign(Surroundings At, string Name) : TeamsInvoke(At);
}
