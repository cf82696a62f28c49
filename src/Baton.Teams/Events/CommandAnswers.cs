using System.Diagnostics.CodeAnalysis;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;
using Baton.Teams.Connector;
using Baton.Teams.Files;
using Baton.Teams.Incoming;
using Baton.Teams.People;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>Answers commands: to the asker alone unless the answer is to be shared. In a chat with one person nobody else is there.</summary>
internal sealed partial class CommandAnswers(
    IChatDesk desk, TeamsVisitors visitors, TeamsPeople people, CardViews views, PrivateWord word, ExportFiles files, IConnector connector, TeamsOptions options, Promptly promptly,
    ILogger<CommandAnswers> logger)
{
    private const int MaxText = 2_000;

    /// <summary>Carries it out and answers; there always is an answer. A file follows: whatever becomes of it, nothing is answered twice.</summary>
    public async Task AnswerAsync(TeamsActivity.Wrote wrote, string command, CancellationToken cancellation)
    {
        var (given, typed) = await OfAsync(wrote, command, cancellation);
        var answer = Announced(given, wrote.At);
        await SayAsync(wrote.At, answer, cancellation);
        if (answer.Data is ExportFigures figures && files.IsOn)
        {
            promptly.Start(later => files.OfferAsync(wrote.At, figures, typed, answer.Card.Locale, later));
        }
    }

    private async Task SayAsync(Surroundings at, CommandAnswer answer, CancellationToken cancellation)
    {
        if (at.IsDirect || answer.Shared)
        {
            await PostAsync(at, answer.Card, cancellation);
            return;
        }

        var said = await word.SayAsync(at, answer.Card, cancellation);
        var isKnownOnlyToAsker = at.IsTargeted && said == SaidWhere.Alone;
        if (said != SaidWhere.Here && !isKnownOnlyToAsker)
        {
            var key = said == SaidWhere.Alone ? "answeredAlone" : "cannotAnswer";
            await PostAsync(at, NoticeCard.Of(Notices.Text(key, answer.Card.Locale), answer.Card.Locale, Tone.Muted), cancellation);
        }
    }

    /// <summary>Posts where somebody wrote: in a channel in the thread of what was written, or in a new one where nobody else sees what was written.</summary>
    /// <returns>What came of it; a failure is in the log.</returns>
    public async Task<ConnectorReply<string>> PostAsync(Surroundings at, Card card, CancellationToken cancellation)
    {
        // Messages that one person sees take no replies (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).
        var activity = Activities.Of(card, await views.InAsync(at.Conversation, at.IsDirect, cancellation)).Answering(at);
        var reply = at switch
        {
            { Kind: ConversationKind.Channel, Thread: null, IsTargeted: true } => await connector.BeginThreadAsync(at.ServiceUrl, at.Conversation, at.Tenant, activity, options, cancellation),
            { Kind: ConversationKind.Channel, Thread: null, Id: { } own } => await connector.SendAsync(at.ServiceUrl, ThreadIds.Join(at.Conversation, own), activity, cancellation),
            _ => await connector.SendAsync(at.ServiceUrl, at.ThreadedConversation, activity, cancellation),
        };
        if (reply is not ConnectorReply<string>.Done)
        {
            Log.Unsaid(logger, at.Conversation);
        }

        return reply;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who asked is told, and Teams is answered.")]
    private async Task<(CommandAnswer Answer, string Typed)> OfAsync(TeamsActivity.Wrote wrote, string command, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(wrote.At.From.Locale);
        try
        {
            var visitor = await visitors.OfAsync(wrote.At, cancellation);
            locale = visitor.Locale;
            if (!visitor.MayAct)
            {
                return (Private(Notices.Of(visitor.Barrier, locale), locale), command);
            }

            var typed = await TypedAsync(wrote, command, cancellation);
            return (await desk.CommandAsync(typed, visitor.Email, wrote.At.Place, cancellation), typed);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, error);
            return (Private(Notices.Text("failed", locale), locale), command);
        }
    }

    // A file comes to the asker alone, and in some clouds none does.
    private CommandAnswer Announced(CommandAnswer answer, Surroundings at) =>
        answer.Data is not ExportFigures ? answer
        : !files.IsOn ? answer with { Card = NoticeCard.Of(Notices.Text("noFiles", answer.Card.Locale), answer.Card.Locale) }
        : at.IsDirect ? answer
        : answer with { Card = answer.Card with { Sections = [.. answer.Card.Sections, new CardSection.Paragraph(Notices.Text("file.inChat", answer.Card.Locale), Tone.Muted)] } };

    private static CommandAnswer Private(string text, string locale) => new(NoticeCard.Of(text, locale), false, null);

    // A mentioned colleague is named by the address by which the roster knows people; the longer name first, which may hold the shorter.
    private async Task<string> TypedAsync(TeamsActivity.Wrote wrote, string command, CancellationToken cancellation)
    {
        var typed = command.Length <= MaxText ? command : command[..MaxText];
        foreach (var mention in wrote.Mentions.OrderByDescending(m => m.Name.Length))
        {
            if (await people.OfAsync(wrote.At, mention.Id, cancellation) is { } member && people.AddressOf(member) is { } email)
            {
                typed = typed.Replace("@" + mention.Name, email.Value, StringComparison.Ordinal);
            }
        }

        return typed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A command failed; the person who gave it was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "An answer could not be posted in {Conversation}.")]
        public static partial void Unsaid(ILogger logger, string conversation);
    }
}
