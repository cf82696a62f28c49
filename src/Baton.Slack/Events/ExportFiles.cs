using System.Text;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Slack.Api;
using Baton.Slack.Blocks;
using Baton.Slack.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// Brings what <c>/funnel export</c> announced as a file: to the asker's own conversation with Baton, or to everybody in the channel when it was to be shared. Where a
/// file cannot be put, the asker is told why.
/// </summary>
internal sealed partial class ExportFiles(SlackFiles files, SlackClient slack, DirectPlaces direct, ILogger<ExportFiles> logger)
{
    /// <summary>Brings it.</summary>
    /// <param name="figures">The rows.</param>
    /// <param name="asker">Who asked.</param>
    /// <param name="channel">Where to share it; null for the asker alone.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task BringAsync(ExportFigures figures, Visitor asker, string? channel, CancellationToken cancellation)
    {
        try
        {
            if ((await direct.OfAsync(asker.Email, cancellation))?.Id is not { } own)
            {
                Log.Nowhere(logger);
                return;
            }

            var answer = await files.ShareAsync(figures.FileName, Csv(figures), channel ?? own, cancellation);
            if (answer is not SlackAnswer.Ok)
            {
                Log.NotBrought(logger, answer.GetType().Name);
                var notice = CardPages.Of(Notices.Card(Notices.Text(channel is null ? "file.failed" : "file.failedInChannel", asker.Locale), asker.Locale));
                _ = await slack.CallAsync(SlackMethod.ChatPostMessage, PrivateWord.Body(notice[0], ("channel", own)), cancellation);
            }
        }
        catch (SlackUnavailableException)
        {
            Log.Nowhere(logger);
        }
    }

    private static byte[] Csv(ExportFigures figures)
    {
        using var text = new StringWriter();
        CsvWriter.Write(text, figures.Rows);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The file of an export could not be put into Slack ({Why}); the person who asked was told.")]
        public static partial void NotBrought(ILogger logger, string why);

        [LoggerMessage(2, LogLevel.Warning, "The file of an export could not be put into Slack: the conversation with the person who asked cannot be opened.")]
        public static partial void Nowhere(ILogger logger);
    }
}
