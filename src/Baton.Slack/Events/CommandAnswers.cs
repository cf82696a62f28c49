using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Slack.Blocks;
using Baton.Slack.Incoming;
using Baton.Slack.People;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>Answers commands, however they were given: as a slash command, by mentioning Baton, or in a direct message.</summary>
internal sealed partial class CommandAnswers(IChatDesk desk, Visitors visitors, SlackPeople people, OpenPages open, ExportFiles exports, Promptly promptly, ILogger<CommandAnswers> logger)
{
    private const int MaxText = 2_000;

    /// <summary>The answer; there always is one.</summary>
    /// <param name="userId">Who asks.</param>
    /// <param name="channel">Where.</param>
    /// <param name="text">What follows the command's name, as Slack sends it.</param>
    /// <param name="cancellation">Ends the wait; what is stored stays stored.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who asked is told, and Slack is answered.")]
    public async Task<Answer> OfAsync(string userId, string channel, string text, CancellationToken cancellation)
    {
        string? locale = null;
        try
        {
            var visitor = await visitors.OfAsync(userId, cancellation);
            locale = visitor.Locale;
            if (!visitor.MayAct)
            {
                return Answer.Private(Notices.Card(Notices.Of(visitor.Barrier, locale), locale));
            }

            var typed = await TypedAsync(text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)], cancellation);
            var answer = await desk.CommandAsync(typed, visitor.Email, new Place(SlackPlatform.PlatformName, channel), cancellation);

            if (answer.Data is ExportFigures figures)
            {
                promptly.Start(later => exports.BringAsync(figures, visitor, answer.Shared ? channel : null, later));
            }

            // A command may have changed what the asker's page says of its owner.
            open.Again(userId);
            return answer.IsFixed ? new Answer(answer.Card, null, answer.Shared) : new Answer(answer.Card, CardPages.Of(answer.Card), answer.Shared);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, error);
            locale ??= await visitors.LocaleOfAsync(userId, cancellation);
            return Answer.Private(Notices.Card(Notices.Text("failed", locale), locale));
        }
    }

    // A mentioned colleague is named by the address by which the roster knows people.
    private async Task<string> TypedAsync(string text, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in MessageText.Mentioned(text))
        {
            if (await people.OfIdAsync(id, cancellation) is { Email: { } email })
            {
                names[id] = email.Value;
            }
        }

        return MessageText.Plain(text, names.GetValueOrDefault).Trim();
    }

    /// <summary>An answer.</summary>
    /// <param name="Card">What it says.</param>
    /// <param name="Rendered">The messages; null when everybody gets this very card who asks the same, and they may be known already.</param>
    /// <param name="Shared">Whether everybody in the channel is to see it.</param>
    internal sealed record Answer(Card Card, IReadOnlyList<SlackMessage>? Rendered, bool Shared)
    {
        /// <summary>Whether everybody gets this very card who asks the same.</summary>
        public bool IsFixed => Rendered is null;

        /// <summary>The messages, in order; at least one.</summary>
        public IReadOnlyList<SlackMessage> Pages => Rendered ?? CardPages.Of(Card);

        /// <summary>An answer for the asker alone.</summary>
        public static Answer Private(Card card) => new(card, CardPages.Of(card), false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A command failed; the person who gave it was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
