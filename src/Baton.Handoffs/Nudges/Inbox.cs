using System.Text.Json.Serialization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Nudges;

/// <summary>
/// What waits to be told to one person: reminders and words of several handoffs that become one message. One partition a person.
/// Stored as JSON; property names stay as they are.
/// </summary>
public sealed record Inbox
{
    /// <summary>Whose.</summary>
    public required EmailAddress Person { get; init; }

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<InboxItem> Waiting { get; init; } = [];

    /// <summary>The message that is being sent; null when none is.</summary>
    public InboxSending? Sending { get; init; }

    /// <summary>What was told or dropped, and is not yet in its handoff's timeline.</summary>
    public IReadOnlyList<InboxSettled> Settled { get; init; } = [];

    /// <summary>How many messages were begun: a part of their names.</summary>
    public int Messages { get; init; }

    /// <summary>How many messages in a row did not arrive.</summary>
    public int Failures { get; init; }

    /// <summary>The inbox with one item more; the same when it is known already.</summary>
    public Inbox With(InboxItem item) =>
        Waiting.Any(w => w.Key == item.Key) || Settled.Any(s => s.Item.Key == item.Key) ? this : this with { Waiting = [.. Waiting, item] };

    /// <summary>The inbox after a message that did not arrive; what it told still waits.</summary>
    public Inbox Failed() => this with { Sending = null, Failures = Failures + 1 };

    /// <summary>The inbox in which these are settled, and no message is being sent.</summary>
    public Inbox Settle(IReadOnlyList<InboxSettled> settled)
    {
        var keys = settled.Select(s => s.Item.Key).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Waiting = [.. Waiting.Where(w => !keys.Contains(w.Key))],
            Settled = [.. Settled, .. settled.Where(s => Waiting.Any(w => w.Key == s.Item.Key))],
            Sending = null,
            Failures = settled.Count > 0 ? 0 : Failures,
        };
    }
}

/// <summary>One thing to be told.</summary>
/// <param name="Handoff">About which handoff.</param>
/// <param name="Word">The reminder or the word.</param>
public sealed record InboxItem(HandoffId Handoff, Effect Word)
{
    /// <summary>Its name, unique for ever: that of the message that it becomes when it is told alone.</summary>
    [JsonIgnore]
    public string Key => $"{Handoff}-{Word.Id}";
}

/// <summary>A message on its way.</summary>
/// <param name="Id">Its name on the platform: by it a message that arrived unrecorded is found again.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Keys">What it tells.</param>
/// <param name="ClaimedUntil">Until when somebody is at it; once that has passed nobody knows whether it arrived.</param>
public sealed record InboxSending(string Id, string Platform, IReadOnlyList<string> Keys, DateTimeOffset ClaimedUntil);

/// <summary>What became of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">The message that shows its handoff, to be kept up to date; null when there is none.</param>
/// <param name="Version">The version that the message shows.</param>
public sealed record InboxSettled(InboxItem Item, NudgeOutcome Outcome, MessageRef? Message = null, int Version = 0);
