using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>Where everything that comes from Slack arrives, over HTTP and over sockets alike, and is given to whoever deals with it.</summary>
internal sealed partial class Reception(
    Clicks clicks, Submissions submissions, SlashCommands commands, Conversations conversations, HomePages homes, Visitors visitors,
    IPlaceHealth places, SlackHealth health, SeenEvents<Ack> seen, Promptly promptly, PrivateWord word, ILogger<Reception> logger)
{
    /// <summary>A slash command.</summary>
    public Task<Ack> TakeAsync(SlashCommand command) => commands.RunAsync(command);

    /// <summary>A button, a modal or a message's menu.</summary>
    public Task<Ack> TakeAsync(Interaction interaction)
    {
        switch (interaction)
        {
            case Interaction.Pressed pressed:
                return clicks.PressAsync(pressed);
            case Interaction.Submitted sent:
                return submissions.SubmitAsync(sent);
            case Interaction.ShowLead show:
                promptly.Start(cancellation => ShowAsync(show, cancellation));
                return Task.FromResult(Ack.Empty);
            case Interaction.Foreign foreign:
                Log.Foreign(logger, foreign.What);
                return Task.FromResult(Ack.Empty);
            default:
                return Task.FromResult(Ack.Empty);
        }
    }

    /// <summary>An event. One that was taken before is not taken again; one that could not be stored is to be sent again.</summary>
    /// <param name="eventId">Slack's id of it, the same for every delivery; null when Slack gave none.</param>
    /// <param name="happened">What happened.</param>
    public Task<Ack> TakeAsync(string? eventId, WorkspaceEvent happened) => happened switch
    {
        WorkspaceEvent.Nothing => Task.FromResult(Ack.Empty),
        _ when eventId is null => StoreAsync(happened),
        _ => seen.OnceAsync(eventId, () => StoreAsync(happened)),
    };

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, Slack is to send the event again.")]
    private Task<Ack> StoreAsync(WorkspaceEvent happened) => promptly.AnswerAsync(
        async cancellation =>
        {
            try
            {
                await HandleAsync(happened, cancellation);
                return Ack.Empty;
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(logger, happened.GetType().Name, error);
                return Ack.Again;
            }
        },
        ack => ack,
        () => happened is WorkspaceEvent.Mentioned or WorkspaceEvent.Wrote { At.IsDirect: true } ? Ack.Empty : Ack.Again,
        async (result, _) => await result);

    private Task HandleAsync(WorkspaceEvent happened, CancellationToken cancellation) => happened switch
    {
        WorkspaceEvent.Mentioned it => conversations.AnswerAsync(it.UserId, it.At, it.Text, cancellation),
        WorkspaceEvent.Wrote { At.IsDirect: true } it => conversations.AnswerAsync(it.UserId, it.At, it.Text, cancellation),
        WorkspaceEvent.Wrote it => conversations.ReplyAsync(it, cancellation),
        WorkspaceEvent.Edited it => conversations.EditAsync(it, cancellation),
        WorkspaceEvent.Deleted it => conversations.DeleteAsync(it, cancellation),
        WorkspaceEvent.HomeOpened it => PublishAsync(it.UserId, cancellation),
        WorkspaceEvent.UserChanged it => visitors.LookAgainAsync(it.UserId, cancellation),
        WorkspaceEvent.ChannelLost it => places.LostAsync(PlaceOf(it.Channel), it.Why, cancellation),
        WorkspaceEvent.ChannelBack it => places.RevivedAsync(PlaceOf(it.Channel), cancellation),
        WorkspaceEvent.Uninstalled it => Uninstalled(it.Why),
        _ => Task.CompletedTask,
    };

    private async Task PublishAsync(string userId, CancellationToken cancellation) =>
        await homes.PublishAsync(await visitors.OfAsync(userId, cancellation), cancellation);

    private async Task ShowAsync(Interaction.ShowLead show, CancellationToken cancellation)
    {
        var visitor = await visitors.OfAsync(show.UserId, cancellation);
        var told = show.Handoff is { } handoff
            ? await clicks.ShowAsync(visitor, handoff, "", show.TriggerId, cancellation)
            : new Told.Word(Notices.Text("noLead", visitor.Locale), visitor.Locale);
        if (told is Told.Word said)
        {
            await word.SayAsync(show.Where, show.UserId, Notices.Card(said.Text, said.Locale), cancellation);
        }
    }

    private Task Uninstalled(string why)
    {
        health.Uninstalled($"Slack says that {why}. Install the app again, set Slack:BotToken to its new token, and start Baton again.");
        Log.Uninstalled(logger, why);
        return Task.CompletedTask;
    }

    private static Place PlaceOf(string channel) => new(SlackPlatform.PlatformName, channel);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack sent an interaction that is none of Baton's ({What}); nothing was done.")]
        public static partial void Foreign(ILogger logger, string what);

        [LoggerMessage(2, LogLevel.Error, "The event {Event} could not be taken; Slack is asked to send it again.")]
        public static partial void Failed(ILogger logger, string @event, Exception error);

        [LoggerMessage(3, LogLevel.Critical, "Slack says that {Why}. Nothing can be posted until the app is installed again and Slack:BotToken has its new token.")]
        public static partial void Uninstalled(ILogger logger, string why);
    }
}
