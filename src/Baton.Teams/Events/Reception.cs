using System.Diagnostics.CodeAnalysis;
using Baton.Edges;
using Baton.Teams.Incoming;
using Baton.Teams.Places;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>Where everything that comes from Teams arrives and is given to whoever deals with it.</summary>
internal sealed partial class Reception(
    CardInvokes cards, Dialogs dialogs, Conversations conversations, Installations installations, TeamsDirectory directory, SeenEvents<Taken> seen, Promptly promptly, ILogger<Reception> logger)
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

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, Teams is to send the activity again.")]
    private Task<Taken> StoreAsync(TeamsActivity happened) => promptly.AnswerAsync(
        async cancellation =>
        {
            try
            {
                await HandleAsync(happened, cancellation);
                return Taken.Well;
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(logger, happened.GetType().Name, error);
                return Taken.Again;
            }
        },
        taken => taken,
        () => Taken.Well,
        (result, _) => result);

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
            TeamsActivity.Installed it => installations.CameAsync(it.At, cancellation),
            TeamsActivity.Uninstalled it => installations.WentAsync(it.At, cancellation),
            TeamsActivity.ChannelThere it => installations.ChannelThereAsync(it, cancellation),
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
    }
}
