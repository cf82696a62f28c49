using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Slack.Blocks;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// Pressed buttons. One that asks nothing is carried out; one with a form opens it, filled from the card as it stands for that person. The cards themselves
/// are brought up to date for everybody by the outbox, never here.
/// </summary>
internal sealed partial class Clicks(
    IChatDesk desk, Visitors visitors, Promptly promptly, PrivateWord word, Modals modals, HomePages homes, ILogger<Clicks> logger)
{
    /// <summary>Carries it out and answers.</summary>
    public Task<Ack> PressAsync(Interaction.Pressed pressed) => promptly.AnswerAsync(
        cancellation => DecideAsync(pressed, cancellation),
        told =>
        {
            if (told is Told.Word || IsOnPage(pressed))
            {
                promptly.Start(cancellation => TellAsync(pressed, told, cancellation));
            }

            return Ack.Empty;
        },
        () => Ack.Empty,
        async (result, cancellation) =>
        {
            var locale = await visitors.LocaleOfAsync(pressed.UserId, cancellation);
            await word.SayAsync(pressed.Where, pressed.UserId, Notices.Card(Notices.Text("stillWorking", locale), locale), cancellation);
            var told = await result;
            await TellAsync(pressed, told is Told.Silence ? new Told.Word(Notices.Text("doneLate", locale), locale) : told, cancellation);
        });

    /// <summary>Shows a handoff's card to one person in a modal.</summary>
    public async Task<Told> ShowAsync(Visitor visitor, HandoffId handoff, string topic, string triggerId, CancellationToken cancellation) =>
        await desk.RefreshAsync(handoff, topic, visitor.Email, cancellation) is { } card
            ? await OpenAsync(triggerId, BlockKitModal.Show(card), visitor, cancellation)
            : new Told.Word(Notices.Text("noLead", visitor.Locale), visitor.Locale);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who pressed is told, and Slack is answered.")]
    private async Task<Told> DecideAsync(Interaction.Pressed pressed, CancellationToken cancellation)
    {
        Visitor? visitor = null;
        try
        {
            visitor = await visitors.OfAsync(pressed.UserId, cancellation);
            return (pressed.Button, visitor) switch
            {
                ({ Verb: Verbs.History, Handoff: { } handoff }, _) => await HistoryAsync(pressed, handoff, visitor, cancellation),
                ({ Verb: Verbs.Refresh, Handoff: { } handoff, Topic: var topic }, _) => await ShowAsync(visitor, handoff, topic, pressed.TriggerId, cancellation),
                (_, { MayAct: false }) => new Told.Word(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale),
                ({ Handoff: null }, _) => await PersonalAsync(pressed, visitor, cancellation),
                ({ Handoff: { } handoff }, _) when Verbs.AtOnce.Contains(pressed.Button.Verb) => await ActAsync(pressed, handoff, visitor, cancellation),
                ({ Handoff: { } handoff }, _) => await AskAsync(pressed, handoff, visitor, cancellation),
            };
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, pressed.Button.Verb, pressed.Button.Handoff?.Value ?? "", error);
            var locale = visitor?.Locale ?? await visitors.LocaleOfAsync(pressed.UserId, cancellation);
            return new Told.Word(Notices.Text("failed", locale), locale);
        }
    }

    private async Task<Told> ActAsync(Interaction.Pressed pressed, HandoffId handoff, Visitor visitor, CancellationToken cancellation) =>
        TellOf(await desk.ClickAsync(new Click(handoff, pressed.Button.Verb, pressed.Button.Topic, visitor.Email, pressed.Button.Data), cancellation), visitor);

    private static Told TellOf(ClickAnswer answer, Visitor visitor) => answer switch
    {
        ClickAnswer.Done => new Told.Silence(),
        ClickAnswer.Refused refused => new Told.Word(refused.Why, visitor.Locale),
        ClickAnswer.NotFound missing => new Told.Word(missing.Why, visitor.Locale),
        ClickAnswer.Invalid invalid => new Told.Word(string.Join(' ', invalid.Errors.Values), visitor.Locale),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no answer in Slack."),
    };

    // A card that does not offer the button any more: pressing it anyway tells why, and a modal takes the place of the form.
    private async Task<Told> AskAsync(Interaction.Pressed pressed, HandoffId handoff, Visitor visitor, CancellationToken cancellation)
    {
        var card = await desk.RefreshAsync(handoff, pressed.Button.Topic, visitor.Email, cancellation);
        if (card is not null && Offered(card, pressed.Button) is { Form: not null } action)
        {
            return await OpenAsync(pressed.TriggerId, BlockKitModal.Form(card, action, pressed.Where.Origin(pressed.Button)), visitor, cancellation);
        }

        var (told, isSaid) = await PressAnywayAsync(pressed, handoff, visitor, cancellation);
        return told is Told.Word refused && await modals.OpenAsync(pressed.TriggerId, RefusalOf(refused, isSaid ? null : card), cancellation) ? new Told.Shown() : told;
    }

    // Without its form a button may not get as far as a refusal: then the card as it stands says what happened.
    private async Task<(Told Told, bool IsSaid)> PressAnywayAsync(Interaction.Pressed pressed, HandoffId handoff, Visitor visitor, CancellationToken cancellation)
    {
        var answer = await desk.ClickAsync(new Click(handoff, pressed.Button.Verb, pressed.Button.Topic, visitor.Email, pressed.Button.Data), cancellation);
        return answer is ClickAnswer.Invalid ? (new Told.Word(Notices.Text("noButton", visitor.Locale), visitor.Locale), false) : (TellOf(answer, visitor), true);
    }

    private static JsonObject RefusalOf(Told.Word refused, Card? card) => card is null
        ? Notices.Modal("title.refused", refused.Text, refused.Locale)
        : BlockKitModal.Show(card with { Actions = [], Sections = [.. Notices.Card(refused.Text, refused.Locale).Sections, .. card.Sections] });

    private async Task<Told> PersonalAsync(Interaction.Pressed pressed, Visitor visitor, CancellationToken cancellation)
    {
        var header = (await desk.HomeAsync(visitor.Email, cancellation)).Header;
        if (Offered(header, pressed.Button) is { Form: not null } action)
        {
            return await OpenAsync(pressed.TriggerId, BlockKitModal.Form(header, action, pressed.Where.Origin(pressed.Button)), visitor, cancellation);
        }

        return await desk.PersonalClickAsync(new PersonalClick(pressed.Button.Verb, visitor.Email, pressed.Button.Data), cancellation) switch
        {
            ClickAnswer.Done => new Told.Silence(),
            ClickAnswer.Refused refused => new Told.Word(refused.Why, visitor.Locale),
            _ => new Told.Word(Notices.Text("noButton", visitor.Locale), visitor.Locale),
        };
    }

    private async Task<Told> HistoryAsync(Interaction.Pressed pressed, HandoffId handoff, Visitor visitor, CancellationToken cancellation) =>
        await desk.ClickAsync(new Click(handoff, Verbs.History, pressed.Button.Topic, visitor.Email, pressed.Button.Data), cancellation) is ClickAnswer.Done history
            ? await OpenAsync(pressed.TriggerId, BlockKitModal.Show(history.Updated), visitor, cancellation)
            : new Told.Word(Notices.Text("noLead", visitor.Locale), visitor.Locale);

    private async Task<Told> OpenAsync(string triggerId, JsonObject view, Visitor visitor, CancellationToken cancellation) =>
        await modals.OpenAsync(triggerId, view, cancellation) ? new Told.Shown() : new Told.Word(Notices.Text("tooLate", visitor.Locale), visitor.Locale);

    private async Task TellAsync(Interaction.Pressed pressed, Told told, CancellationToken cancellation)
    {
        if (told is Told.Word said)
        {
            await word.SayAsync(pressed.Where, pressed.UserId, Notices.Card(said.Text, said.Locale), cancellation);
        }

        // A person's own page is nobody else's message: it is brought up to date here.
        if (told is Told.Silence or Told.Word && IsOnPage(pressed))
        {
            await homes.PublishAsync(await visitors.OfAsync(pressed.UserId, cancellation), cancellation);
        }
    }

    private static bool IsOnPage(Interaction.Pressed pressed) => pressed.Where.View is { IsModal: false };

    private static CardAction? Offered(Card card, PressedButton button) =>
        card.Actions.FirstOrDefault(a => a.Verb == button.Verb && a.Data.Count == button.Data.Count && a.Data.All(d => button.Data.TryGetValue(d.Key, out var value) && value == d.Value));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Pressing {Verb} on handoff {Handoff} failed; the person was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, string verb, string handoff, Exception error);
    }
}
