using System.Diagnostics.CodeAnalysis;
using System.Text;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Leads;
using Baton.Teams.Connector;
using Baton.Teams.Events;
using Baton.Teams.Incoming;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Files;

/// <summary>
/// Brings what <c>/funnel export</c> announced as a file: offers it in the chat with the asker alone, and when the person wants it makes it anew and puts it into the person's OneDrive. What it
/// is made of is decided by who presses, never by what the card carries.
/// </summary>
internal sealed partial class ExportFiles(
    IChatDesk desk, TeamsVisitors visitors, IConnector connector, DirectPlaces direct, FileUploads uploads, PrivateWord word, Promptly promptly, TeamsOptions options, ILogger<ExportFiles> logger)
{
    /// <summary>Whether files are offered.</summary>
    public bool IsOn => AreTakenIn(options);

    /// <summary>Whether Teams takes files from bots: not in the clouds of governments and of China (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4), and no emulator does.</summary>
    public static bool AreTakenIn(TeamsOptions options) => options is { Cloud: TeamsCloud.Public, Auth: not TeamsAuth.None };

    /// <summary>Offers it; a failure is told to the asker.</summary>
    /// <param name="at">Where it was asked for, and by whom.</param>
    /// <param name="figures">The rows.</param>
    /// <param name="command">The command, by which it is made.</param>
    /// <param name="locale">The asker's language.</param>
    /// <param name="cancellation">Gives up.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who asked is told.")]
    public async Task OfferAsync(Surroundings at, ExportFigures figures, string command, string locale, CancellationToken cancellation)
    {
        try
        {
            var chat = at.IsDirect ? at.Conversation : await direct.OpenAsync(at.ServiceUrl, at.From.Id, at.Tenant, cancellation);
            var offer = FileCards.Consent(figures.FileName, Csv(figures).Length, Notices.Text("file.description", locale), command, locale);
            if (chat is null || await connector.SendAsync(at.ServiceUrl, chat, offer, cancellation) is not ConnectorReply<string>.Done)
            {
                await FailAsync(at, locale, "it could not be offered", cancellation);
            }
        }
        catch (TeamsUnavailableException error)
        {
            await FailAsync(at, locale, error.Message, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(at, locale, error.GetType().Name, cancellation);
        }
    }

    /// <summary>Somebody wants it or does not: Teams is answered at once, and the file follows.</summary>
    public InvokeReply Answer(TeamsInvoke.FileAnswered answered)
    {
        promptly.Start(cancellation => TakeAsync(answered, cancellation));
        return InvokeReply.Received;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person is told.")]
    private async Task TakeAsync(TeamsInvoke.FileAnswered answered, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(answered.At.From.Locale);
        try
        {
            var visitor = await visitors.OfAsync(answered.At, cancellation);
            locale = visitor.Locale;
            if (!visitor.MayAct || !answered.At.IsDirect)
            {
                await SayAsync(answered.At, Notices.Of(visitor.Barrier == Barrier.None ? Barrier.Unknown : visitor.Barrier, locale), locale, Tone.Warning, cancellation);
            }
            else if (answered.Wanted is null)
            {
                await SayAsync(answered.At, Notices.Text("file.declined", locale), locale, Tone.Muted, cancellation);
                await TakeAwayAsync(answered, cancellation);
            }
            else if (await PutAsync(answered, answered.Wanted, visitor, cancellation) is { } why)
            {
                await FailAsync(answered.At, locale, why, cancellation);
            }
            else
            {
                await connector.SendAsync(answered.At.ServiceUrl, answered.At.Conversation, FileCards.Info(answered.Wanted, locale), cancellation);
                await TakeAwayAsync(answered, cancellation);
            }
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(answered.At, locale, error.GetType().Name, cancellation);
        }
    }

    // Only an export: whatever else the card may have been made to carry is nothing that a file is made of.
    private async Task<string?> PutAsync(TeamsInvoke.FileAnswered answered, UploadPlace wanted, Visitor visitor, CancellationToken cancellation) =>
        FunnelParser.Parse(answered.Command, visitor.Locale).Command is not FunnelCommand.Export ? "the card carries no export"
        : (await desk.CommandAsync(answered.Command, visitor.Email, answered.At.Place, cancellation)).Data is not ExportFigures figures ? "the command makes no file"
        : await uploads.PutAsync(wanted, Csv(figures), cancellation);

    // The offer has been answered; that it goes is only tidiness.
    private async Task TakeAwayAsync(TeamsInvoke.FileAnswered answered, CancellationToken cancellation)
    {
        if (answered.Offer is { } offer)
        {
            await connector.DeleteAsync(answered.At.ServiceUrl, answered.At.Conversation, offer, cancellation);
        }
    }

    private async Task FailAsync(Surroundings at, string locale, string why, CancellationToken cancellation)
    {
        Log.NotBrought(logger, why);
        await SayAsync(at, Notices.Text("file.failed", locale), locale, Tone.Warning, cancellation);
    }

    private Task SayAsync(Surroundings at, string text, string locale, Tone tone, CancellationToken cancellation) => word.SayAsync(at, NoticeCard.Of(text, locale, tone), cancellation);

    private static byte[] Csv(ExportFigures figures)
    {
        using var text = new StringWriter();
        CsvWriter.Write(text, figures.Rows);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The file of an export could not be brought in Teams: {Why}. The person who asked was told.")]
        public static partial void NotBrought(ILogger logger, string why);
    }
}
