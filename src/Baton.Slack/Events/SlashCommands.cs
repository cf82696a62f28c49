using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
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
    // Cards that are fixed, by identity, as Slack was given them: as many as there are such cards.
    private readonly ConcurrentDictionary<(Card Card, bool Shared), Ack> known = new(new SameCard());

    /// <summary>Carries it out and answers.</summary>
    public Task<Ack> RunAsync(SlashCommand command) => promptly.AnswerAsync(
        cancellation => answers.OfAsync(command.UserId, command.Channel, command.Text, cancellation),
        answer => answer.IsFixed && known.TryGetValue((answer.Card, answer.Shared), out var ack) ? ack : Told(command, answer),
        () => Ack.Empty,
        async (result, cancellation) =>
        {
            var locale = await visitors.LocaleOfAsync(command.UserId, cancellation);
            await SendAsync(command, CommandAnswers.Answer.Private(Notices.Card(Notices.Text("stillWorking", locale), locale)), cancellation);
            await SendAsync(command, await result, cancellation);
        });

    private Ack Told(SlashCommand command, CommandAnswers.Answer answer)
    {
        var pages = answer.Pages;
        if (pages is not [var only])
        {
            promptly.Start(cancellation => SendAsync(command, pages, answer.Shared, cancellation));
            return Ack.Empty;
        }

        var ack = new Ack.Received(Message(only, answer.Shared));
        return answer.IsFixed ? known.GetOrAdd((answer.Card, answer.Shared), ack) : ack;
    }

    private Task SendAsync(SlashCommand command, CommandAnswers.Answer answer, CancellationToken cancellation) =>
        SendAsync(command, answer.Pages, answer.Shared, cancellation);

    private async Task SendAsync(SlashCommand command, IReadOnlyList<Blocks.SlackMessage> pages, bool shared, CancellationToken cancellation)
    {
        foreach (var page in pages)
        {
            if (!Uri.TryCreate(command.ResponseUrl, UriKind.Absolute, out var url) || await slack.RespondAsync(url, Message(page, shared), cancellation) is not SlackAnswer.Ok)
            {
                Log.Unsaid(logger);
                return;
            }
        }
    }

    private static JsonObject Message(Blocks.SlackMessage page, bool shared) =>
        PrivateWord.Body(page, ("response_type", shared ? "in_channel" : "ephemeral"));

    private sealed class SameCard : IEqualityComparer<(Card Card, bool Shared)>
    {
        public bool Equals((Card Card, bool Shared) x, (Card Card, bool Shared) y) => ReferenceEquals(x.Card, y.Card) && x.Shared == y.Shared;

        public int GetHashCode((Card Card, bool Shared) obj) => RuntimeHelpers.GetHashCode(obj.Card) ^ (obj.Shared ? 1 : 0);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The answer to a command could not be delivered: Slack did not take it at the response URL. What the command changed is stored.")]
        public static partial void Unsaid(ILogger logger);
    }
}
