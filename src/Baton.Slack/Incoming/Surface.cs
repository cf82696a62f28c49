using Baton.Slack.Blocks;

namespace Baton.Slack.Incoming;

/// <summary>Where something was pressed, and with that, where its answer goes.</summary>
/// <param name="Channel">The channel of the message; null in a modal and on a person's own page.</param>
/// <param name="MessageTs">The message.</param>
/// <param name="ThreadTs">The first message of the thread that it is in; null outside of threads.</param>
/// <param name="ResponseUrl">Where an answer may be posted; null in a modal and on a person's own page.</param>
/// <param name="View">The modal or page; null in a message.</param>
internal sealed record Surface(string? Channel, string? MessageTs, string? ThreadTs, string? ResponseUrl, ViewRef? View)
{
    /// <summary>What a modal remembers of it.</summary>
    public ModalOrigin Origin(PressedButton button) => new(button, Channel, MessageTs, ThreadTs, ResponseUrl);

    /// <summary>The surface from which a modal was opened.</summary>
    public static Surface Of(ModalOrigin origin, ViewRef? view) => new(origin.Channel, origin.MessageTs, origin.ThreadTs, origin.ResponseUrl, view);
}

/// <summary>A modal that is open, or a person's own page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Hash">Its version, against overwriting a newer one; null when Slack did not say.</param>
/// <param name="IsModal">Whether it is a modal.</param>
internal sealed record ViewRef(string Id, string? Hash, bool IsModal);
