using System.Text.Json.Nodes;
using Baton.Slack.Api;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// <c>/funnel</c>, under whatever name the workspace gave it. One message is the answer itself; several, and one that took too long, follow in order over the response URL
/// (https://docs.slack.dev/interactivity/implementing-slash-commands).
/// </summary>
internal sealed partial class SlashCommands(CommandAnswers answers, Visitors visitors, Promptly promptly, SlackClient slack, ILogger<SlashCommands> logger)
{
    /// <summary>Carries it out and answers.</summary>
    public Task<Ack> RunAsync(SlashCommand command) => promptly.AnswerAsync(
        cancellation => answers.OfAsync(command.UserId, command.Channel, command.Text, cancellation),
        answer =>
        {
            if (answer.Pages is [var only])
            {
                return new Ack.Received(Message(only, answer.Shared));
            }

            promptly.Start(cancellation => SendAsync(command, answer, cancellation));
            return Ack.Empty;
        },
        () => Ack.Empty,
        async (result, cancellation) =>
        {
            var locale = (await visitors.OfAsync(command.UserId, cancellation)).Locale;
            await SendAsync(command, CommandAnswers.Answer.Private(Notices.Card(Notices.Text("stillWorking", locale), locale)), cancellation);
            await SendAsync(command, await result, cancellation);
        });

    private async Task SendAsync(SlashCommand command, CommandAnswers.Answer answer, CancellationToken cancellation)
    {
        foreach (var page in answer.Pages)
        {
            if (!Uri.TryCreate(command.ResponseUrl, UriKind.Absolute, out var url) || await slack.RespondAsync(url, Message(page, answer.Shared), cancellation) is not SlackAnswer.Ok)
            {
                Log.Unsaid(logger);
                return;
            }
        }
    }

    private static JsonObject Message(Blocks.SlackMessage page, bool shared) =>
        PrivateWord.Body(page, ("response_type", shared ? "in_channel" : "ephemeral"));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The answer to a command could not be delivered: Slack did not take it at the response URL. What the command changed is stored.")]
        public static partial void Unsaid(ILogger logger);
    }
}
