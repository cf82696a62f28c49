using Baton.Handoffs.Chat;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Leads;
using Baton.Teams.Incoming;

namespace Baton.Teams.Events;

/// <summary>
/// What people write. In the chat with Baton, and where Baton is mentioned, it is a command; what is written in a feedback thread goes to the timeline, with a mention or without: without one
/// Teams tells Baton only where the app was granted to read the channel (https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent).
/// </summary>
internal sealed class Conversations(IChatDesk desk, IFeedbackThreads threads, CommandAnswers answers, HomeCards homes, TeamsVisitors visitors)
{
    /// <summary>Takes a message.</summary>
    public async Task TakeAsync(TeamsActivity.Wrote wrote, CancellationToken cancellation)
    {
        var (isNamed, rest) = CommandName.Split(wrote.Text);
        if (wrote.At.IsDirect && !isNamed && HomeCards.IsAskedFor(rest))
        {
            await homes.SendAsync(wrote.At, cancellation);
        }
        else if (wrote.At.IsDirect || wrote.At.IsTargeted || (wrote.MentionsBaton && (isNamed || !await IsFeedbackAsync(wrote.At, cancellation))))
        {
            await answers.AnswerAsync(wrote, rest, cancellation);
        }
        else if (await ReplyOfAsync(wrote.At, wrote.Text, cancellation) is { } reply)
        {
            await desk.ReplyAsync(reply, cancellation);
        }
    }

    /// <summary>Takes a changed message.</summary>
    public async Task EditAsync(TeamsActivity.Edited edited, CancellationToken cancellation)
    {
        if (await ReplyOfAsync(edited.At, edited.Text, cancellation) is { } reply)
        {
            await desk.ReplyEditedAsync(reply, cancellation);
        }
    }

    /// <summary>Takes back a deleted message.</summary>
    public async Task DeleteAsync(TeamsActivity.Deleted deleted, CancellationToken cancellation)
    {
        if (deleted.At is { Thread: { } thread, Id: { } id })
        {
            await desk.ReplyDeletedAsync(deleted.At.Place, thread, id, await ActorAsync(deleted.At, cancellation), cancellation);
        }
    }

    private async Task<bool> IsFeedbackAsync(Surroundings at, CancellationToken cancellation) =>
        at.Thread is { } thread && await threads.AboutAsync(at.Place, thread, cancellation) is not null;

    private async Task<ThreadReply?> ReplyOfAsync(Surroundings at, string text, CancellationToken cancellation) =>
        at is { Kind: ConversationKind.Channel, Thread: { } thread, Id: { } id } && await ActorAsync(at, cancellation) is { } actor
            ? new ThreadReply(at.Place, thread, id, actor, text, null) { WrittenAt = at.At }
            : null;

    // What guests and people of other organisations write in a thread is theirs to say, and no part of the record.
    private async Task<EmailAddress?> ActorAsync(Surroundings at, CancellationToken cancellation) =>
        await visitors.OfAsync(at, cancellation) is { MayAct: true } visitor ? visitor.Email : null;
}
