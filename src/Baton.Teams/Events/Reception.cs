using System.Diagnostics.CodeAnalysis;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Teams.Files;
using Baton.Teams.Incoming;
using Baton.Teams.Places;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>Where everything that comes from Teams arrives and is given to whoever deals with it.</summary>
internal sealed partial class Reception(
    CardInvokes cards, Dialogs dialogs, Conversations conversations, Installations installations, ExportFiles files, TeamsDirectory directory, SeenEvents<Taken> seen, Promptly promptly, PrivateWord word,
    ILogger<Reception> logger)
{
    /// <summary>Something that waits for an answer.</summary>
    public Task<InvokeReply> AnswerAsync(TeamsInvoke invoke)
    {
        switch (invoke)
        {
            case TeamsInvoke.Pressed pressed:
                return cards.AnswerAsync(pressed);
            case TeamsInvoke.DialogWanted wanted:
                return dialogs.OpenAsync(wanted);
            case TeamsInvoke.DialogSent sent:
                return dialogs.TakeAsync(sent);
            case TeamsInvoke.FileAnswered answered:
                return Task.FromResult(files.Answer(answered));
            case TeamsInvoke.Malformed wrong:
                return Task.FromResult(InvokeReply.Error(400, wrong.Code, wrong.Why));
            default:
                return Task.FromResult(InvokeReply.Unknown);
        }
    }

    /// <summary>Something that happened. What was taken before is not taken again; what could not be stored is to be sent again.</summary>
    /// <param name="mark">What names this delivery and every repetition of it; null when nothing does.</param>
    /// <param name="happened">What happened.</param>
    public Task<Taken> TakeAsync(string? mark, TeamsActivity happened) => happened switch
    {
        TeamsActivity.Nothing => Task.FromResult(Taken.Well),
        _ when mark is null => StoreAsync(happened),
        _ => seen.OnceAsync(mark, () => StoreAsync(happened)),
    };

    // What is not stored yet is asked for again, for Teams is told of no later failure; a click or a command is answered to the person, late or not.
    private Task<Taken> StoreAsync(TeamsActivity happened) => promptly.AnswerAsync(
        cancellation => FailureOfAsync(happened, cancellation),
        failure => failure is null ? Taken.Well : Failed(happened, failure),
        () => IsAnswered(happened) ? Taken.Well : Taken.Again,
        (failure, cancellation) => FollowAsync(happened, failure, cancellation));

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, Teams is to send the activity again, or the person is told.")]
    private async Task<Exception?> FailureOfAsync(TeamsActivity happened, CancellationToken cancellation)
    {
        try
        {
            await HandleAsync(happened, cancellation);
            return null;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            return error;
        }
    }

    private Taken Failed(TeamsActivity happened, Exception failure)
    {
        Log.Failed(logger, happened.GetType().Name, failure);
        return Taken.Again;
    }

    private async Task FollowAsync(TeamsActivity happened, Task<Exception?> result, CancellationToken cancellation)
    {
        if (await result is not { } failure)
        {
            return;
        }

        if (!IsAnswered(happened))
        {
            Failed(happened, failure);
            return;
        }

        Log.FailedLate(logger, happened.GetType().Name, failure);
        var locale = Texts.Nearest(happened.At.From.Locale);
        await word.SayAsync(happened.At, NoticeCard.Of(Notices.Text("failed", locale), locale), cancellation);
    }

    // A mention in a thread may be a command or an answer to sales; which, only the store knows, and an answer must not be lost.
    private static bool IsAnswered(TeamsActivity happened) => happened switch
    {
        TeamsActivity.Submitted => true,
        TeamsActivity.Wrote wrote => wrote.At.IsDirect || wrote.At.IsTargeted || (wrote.MentionsBaton && (wrote.At.Thread is null || CommandName.Split(wrote.Text).IsNamed)),
        _ => false,
    };

    private async Task HandleAsync(TeamsActivity happened, CancellationToken cancellation)
    {
        if (happened is TeamsActivity.Wrote or TeamsActivity.Submitted)
        {
            await directory.MetAsync(happened.At, cancellation);
        }

        await (happened switch
        {
            TeamsActivity.Wrote it => conversations.TakeAsync(it, cancellation),
            TeamsActivity.Edited it => conversations.EditAsync(it, cancellation),
            TeamsActivity.Deleted it => conversations.DeleteAsync(it, cancellation),
            TeamsActivity.Submitted it => cards.TakeAsync(it, cancellation),
            TeamsActivity.Installed it => installations.CameAsync(it, cancellation),
            TeamsActivity.Uninstalled it => installations.WentAsync(it.At, cancellation),
            TeamsActivity.ChannelThere it => installations.ChannelThereAsync(it, cancellation),
            TeamsActivity.ChannelUnshared it => installations.UnsharedAsync(it, cancellation),
            TeamsActivity.ChannelLost it => installations.LoseAsync(it.Channel, it.Why, cancellation),
            TeamsActivity.TeamLost it => installations.LoseTeamAsync(it.At, it.Why, cancellation),
            TeamsActivity.TeamBack it => installations.ReviveTeamAsync(it.At, cancellation),
            _ => Task.CompletedTask,
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The activity {Activity} could not be taken; Teams is asked to send it again.")]
        public static partial void Failed(ILogger logger, string activity, Exception error);

        [LoggerMessage(2, LogLevel.Error, "The activity {Activity} was taken, and failed later; whoever sent it is told that nothing was changed.")]
        public static partial void FailedLate(ILogger logger, string activity, Exception error);
    }
}
