using Baton.Handoffs.Handoffs;
using Baton.Slack.Blocks;

namespace Baton.Slack.Incoming;

/// <summary>What somebody did with a button, a modal or a message's menu (https://docs.slack.dev/reference/interaction-payloads).</summary>
internal abstract record Interaction
{
    private Interaction()
    {
    }

    /// <summary>A button was pressed.</summary>
    public sealed record Pressed(string UserId, PressedButton Button, Surface Where, string TriggerId) : Interaction;

    /// <summary>A modal was sent.</summary>
    /// <param name="UserId">By whom.</param>
    /// <param name="Origin">What it was opened for.</param>
    /// <param name="Inputs">Its answers, by input id.</param>
    /// <param name="Asked">The ids of all its questions, in order.</param>
    /// <param name="View">Which modal.</param>
    public sealed record Submitted(string UserId, ModalOrigin Origin, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<string> Asked, ViewRef View) : Interaction;

    /// <summary>"Show this lead" was chosen for a message; without an id the message shows none.</summary>
    public sealed record ShowLead(string UserId, HandoffId? Handoff, Surface Where, string TriggerId) : Interaction;

    /// <summary>Something that needs no answer: a closed modal, a link that was followed.</summary>
    public sealed record Nothing : Interaction;

    /// <summary>Not from anything that Baton made.</summary>
    public sealed record Foreign(string What) : Interaction;
}
