using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Slack.Api;
using Baton.Slack.Incoming;
using Baton.Slack.People;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>What people write: replies in threads go to the timeline; a direct message, and one that mentions Baton, is a command.</summary>
internal sealed partial class Conversations(
    IChatDesk desk, CommandAnswers answers, Visitors visitors, SlackPeople people, SlackClient slack, TimeProvider time, ILogger<Conversations> logger)
{
    private const int Tries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Takes a reply into the timeline of what its thread is about. Messages outside of threads are not Baton's.</summary>
    public async Task ReplyAsync(WorkspaceEvent.Wrote wrote, CancellationToken cancellation)
    {
        if (wrote.At.ThreadTs is { } thread && await ActorAsync(wrote.UserId, cancellation) is { } actor)
        {
            await desk.ReplyAsync(await ReplyOfAsync(wrote.At, thread, actor, wrote.Text, wrote.At.Ts, cancellation), cancellation);
        }
    }

    /// <summary>Takes a changed reply.</summary>
    public async Task EditAsync(WorkspaceEvent.Edited edited, CancellationToken cancellation)
    {
        if (edited.At.ThreadTs is { } thread && await ActorAsync(edited.UserId, cancellation) is { } actor)
        {
            await desk.ReplyEditedAsync(await ReplyOfAsync(edited.At, thread, actor, edited.Text, edited.EditedTs, cancellation), cancellation);
        }
    }

    /// <summary>Takes back a deleted reply.</summary>
    public Task DeleteAsync(WorkspaceEvent.Deleted deleted, CancellationToken cancellation) => deleted.At.ThreadTs is { } thread
        ? desk.ReplyDeletedAsync(PlaceOf(deleted.At), thread, deleted.At.Ts, null, cancellation)
        : Task.CompletedTask;

    /// <summary>
    /// Answers a command that was written as a message: in the same thread, to the writer alone unless it is to be shared. In a direct message nobody else is there.
    /// </summary>
    public async Task AnswerAsync(string userId, MessageAt at, string text, CancellationToken cancellation)
    {
        var answer = await answers.OfAsync(userId, at.Channel, text, cancellation);
        var isPublic = at.IsDirect || answer.Shared;
        var thread = at.ThreadTs ?? (isPublic && !at.IsDirect ? at.Ts : null);
        foreach (var page in answer.Pages)
        {
            var body = PrivateWord.Body(page, ("channel", at.Channel), ("thread_ts", thread), ("user", isPublic ? null : userId));
            if (!await SendAsync(isPublic ? SlackMethod.ChatPostMessage : SlackMethod.ChatPostEphemeral, body, cancellation))
            {
                Log.Unsaid(logger, at.Channel);
                return;
            }
        }
    }

    private async Task<bool> SendAsync(SlackMethod method, System.Text.Json.Nodes.JsonObject body, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            switch (await slack.CallAsync(method, body, cancellation))
            {
                case SlackAnswer.Ok:
                    return true;
                case SlackAnswer.RateLimited { Wait: var wait } when tries < Tries && wait <= LongestPause:
                    await Task.Delay(wait, time, cancellation);
                    break;
                default:
                    return false;
            }
        }
    }

    // What guests and people of other organisations write in a thread is theirs to say, and no part of the record.
    private async Task<EmailAddress?> ActorAsync(string userId, CancellationToken cancellation) =>
        await visitors.OfAsync(userId, cancellation) is { MayAct: true } visitor ? visitor.Email : null;

    private async Task<ThreadReply> ReplyOfAsync(MessageAt at, string thread, EmailAddress actor, string text, string? writtenTs, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in MessageText.Mentioned(text))
        {
            if (await people.OfIdAsync(id, cancellation) is { } user)
            {
                names[id] = user.Name;
            }
        }

        return new ThreadReply(PlaceOf(at), thread, at.Ts, actor, MessageText.Plain(text, names.GetValueOrDefault), null) { WrittenAt = SlackTime.Of(writtenTs) };
    }

    private static Place PlaceOf(MessageAt at) => new(SlackPlatform.PlatformName, at.Channel);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The answer to a command could not be posted in {Channel}.")]
        public static partial void Unsaid(ILogger logger, string channel);
    }
}
