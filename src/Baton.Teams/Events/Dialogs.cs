using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Baton.AdaptiveCards;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Teams.Incoming;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>
/// Forms in dialogs: filled from the card as it stands for that person. What is wrong is shown at its question with what was typed kept; a refusal takes the form's place; what was carried out
/// closes it. The cards follow by the outbox.
/// </summary>
internal sealed partial class Dialogs(IChatDesk desk, TeamsVisitors visitors, Promptly promptly, PrivateWord word, ILogger<Dialogs> logger)
{
    /// <summary>Opens the dialog of a button.</summary>
    public Task<InvokeReply> OpenAsync(TeamsInvoke.DialogWanted wanted) => promptly.AnswerAsync(
        cancellation => SafelyAsync(wanted.At, wanted.Data, visitor => FormAsync(wanted.Data, visitor, null, null, cancellation), cancellation),
        reply => reply,
        () => InvokeReply.DialogWord(Notices.Text("tooLate", Texts.Nearest(wanted.At.From.Locale))),
        (result, _) => result);

    /// <summary>Takes a dialog that was sent.</summary>
    public Task<InvokeReply> TakeAsync(TeamsInvoke.DialogSent sent) => promptly.AnswerAsync(
        cancellation => SafelyAsync(sent.At, sent.Data, visitor => SubmitAsync(sent.Data, visitor, cancellation), cancellation),
        reply => reply,
        () => InvokeReply.DialogWord(Notices.Text("stillWorking", Texts.Nearest(sent.At.From.Locale))),
        async (result, cancellation) =>
        {
            var (reply, locale) = (await result, Texts.Nearest(sent.At.From.Locale));
            var isDone = reply == InvokeReply.DialogClosed;
            await word.SayAsync(sent.At, NoticeCard.Of(Notices.Text(isDone ? "doneLate" : "notDoneLate", locale), locale, isDone ? Tone.Good : Tone.Warning), cancellation);
        });

    private async Task<InvokeReply> SubmitAsync(JsonObject data, Visitor visitor, CancellationToken cancellation)
    {
        var (verb, inputs) = (AdaptiveCardInputs.Verb(data) ?? "", AdaptiveCardInputs.Read(data));
        var answer = AdaptiveCardInputs.Handoff(data) is { } handoff
            ? await desk.ClickAsync(new Click(handoff, verb, AdaptiveCardInputs.Topic(data), visitor.Email, inputs), cancellation)
            : await desk.PersonalClickAsync(new PersonalClick(verb, visitor.Email, inputs), cancellation);
        return answer switch
        {
            ClickAnswer.Done => InvokeReply.DialogClosed,
            ClickAnswer.Invalid invalid => await FormAsync(data, visitor, inputs, invalid.Errors, cancellation),
            ClickAnswer.Refused refused => InvokeReply.DialogWord(WithTyped(refused.Why, data, visitor)),
            ClickAnswer.NotFound missing => InvokeReply.DialogWord(missing.Why),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} has no answer in Teams."),
        };
    }

    // What had been entered can be copied from there.
    private static string WithTyped(string why, JsonObject data, Visitor visitor)
    {
        var typed = AdaptiveCardInputs.Read(data).Where(i => !AdaptiveCardInputs.Fixed(data).ContainsKey(i.Key)).Select(i => i.Value).Where(v => v.Length > 0).ToList();
        return typed.Count == 0 ? why : $"{why} {Notices.Text("typed", visitor.Locale)} {string.Join(" / ", typed)}";
    }

    // A card that does not offer the button any more says itself why.
    private async Task<InvokeReply> FormAsync(
        JsonObject data, Visitor visitor, IReadOnlyDictionary<string, string>? typed, IReadOnlyDictionary<string, string>? errors, CancellationToken cancellation)
    {
        var card = AdaptiveCardInputs.Handoff(data) is { } handoff
            ? await desk.RefreshAsync(handoff, AdaptiveCardInputs.Topic(data), visitor.Email, cancellation)
            : (await desk.HomeAsync(visitor.Email, cancellation)).Header;
        if (card is null)
        {
            return InvokeReply.DialogWord(Notices.Text("noLead", visitor.Locale));
        }

        var pressed = AdaptiveCardInputs.Fixed(data);
        var action = card.Actions.FirstOrDefault(a => a.Verb == AdaptiveCardInputs.Verb(data) && a.Form is not null && a.Data.All(d => pressed.GetValueOrDefault(d.Key) == d.Value));
        return action is not null
            ? InvokeReply.Dialog(action.Form!.Title, AdaptiveCardDialog.Form(card, action, typed, errors))
            : InvokeReply.Dialog(Notices.Text("title.refused", visitor.Locale), AdaptiveCardRenderer.Render(Notices.On(card with { Actions = [], Handoff = null }, Notices.Text("noButton", visitor.Locale))));
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person is told, and Teams is answered.")]
    private async Task<InvokeReply> SafelyAsync(Surroundings at, JsonObject data, Func<Visitor, Task<InvokeReply>> answer, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(at.From.Locale);
        try
        {
            var visitor = await visitors.OfAsync(at, cancellation);
            locale = visitor.Locale;
            return visitor.MayAct ? await answer(visitor) : InvokeReply.DialogWord(Notices.Of(visitor.Barrier, locale));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, AdaptiveCardInputs.Handoff(data)?.Value ?? "", error);
            return InvokeReply.DialogWord(Notices.Text("failed", locale));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A dialog about handoff {Handoff} failed; the person was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, string handoff, Exception error);
    }
}
