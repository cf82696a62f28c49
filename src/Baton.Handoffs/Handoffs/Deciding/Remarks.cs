using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>
/// What people write about a handoff, in whatever order it arrives: a text counts once, of several texts of one message the one that was
/// written last counts, and what was deleted stays deleted.
/// </summary>
internal static class Remarks
{
    public static Decision Write(Moment at, Intent.Remark intent) =>
        string.IsNullOrWhiteSpace(intent.Text) || at.Handoff.SeenMessages.Contains(intent.MessageId) || Of(at, intent.MessageId) is { Deleted: true }
            ? Decision.Nothing
            : Decision.Of(new HandoffEvent.Commented(at.Now, at.By, intent.Text.Trim(), intent.MessageId));

    public static Decision Edit(Moment at, Intent.EditRemark intent) =>
        string.IsNullOrWhiteSpace(intent.Text) || Of(at, intent.MessageId) is { Deleted: true } || Of(at, intent.MessageId)?.WrittenAt >= intent.WrittenAt
            ? Decision.Nothing
            : Decision.Of(new HandoffEvent.CommentEdited(at.Now, at.By, intent.Text.Trim(), intent.MessageId, intent.WrittenAt.ToUniversalTime()));

    public static Decision Delete(Moment at, Intent.DeleteRemark intent) => Of(at, intent.MessageId) is { Deleted: true }
        ? Decision.Nothing
        : Decision.Of(new HandoffEvent.CommentDeleted(at.Now, at.By, intent.MessageId));

    private static Amendment? Of(Moment at, string messageId) => at.Handoff.Amendments.FirstOrDefault(a => a.MessageId == messageId);
}
