using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Baton.AdaptiveCards;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Teams.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>
/// Carries out what a button says, for whoever pressed it: who may do it is told by who sent it, whatever the button carries. Who may only look sees what is shown there
/// anyway, and no other lead whose name the button was made to carry. The cards are brought up to date for everybody
/// by the outbox, never here.
/// </summary>
internal sealed partial class Presses(IChatDesk desk, OwnPlaces places, TeamsVisitors visitors, ILogger<Presses> logger)
{
    /// <summary>Carries it out.</summary>
    /// <param name="at">Where and by whom.</param>
    /// <param name="verb">The button's verb.</param>
    /// <param name="data">What the button carries, with the form's answers.</param>
    /// <param name="cancellation">Ends the wait; what is stored stays stored.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who pressed is told, and Teams is answered.")]
    public async Task<PressAnswer> CarryOutAsync(Surroundings at, string verb, JsonObject data, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(at.From.Locale);
        try
        {
            var visitor = await visitors.OfAsync(at, cancellation);
            locale = visitor.Locale;
            var about = AdaptiveCardInputs.Handoff(data);
            if (!visitor.MayAct && about is { } named && !await places.HaveAsync(named, at.Place, cancellation))
            {
                return new PressAnswer.Missing(Notices.Text("noLead", visitor.Locale));
            }

            return (verb, about) switch
            {
                (AdaptiveCardInputs.RefreshVerb, { } handoff) => await LookAsync(handoff, AdaptiveCardInputs.Topic(data), visitor, cancellation),
                (_, null) when !visitor.MayAct => Barred(visitor),
                (_, null) => await PersonalAsync(verb, data, visitor, cancellation),
                (Verbs.History, { } handoff) => await ActAsync(handoff, verb, data, visitor, cancellation),
                (_, { } handoff) when !visitor.MayAct => await BarredAsync(handoff, AdaptiveCardInputs.Topic(data), visitor, cancellation),
                (_, { } handoff) => await ActAsync(handoff, verb, data, visitor, cancellation),
            };
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, verb.Length > 40 ? "?" : verb, AdaptiveCardInputs.Handoff(data)?.Value ?? "", error);
            return new PressAnswer.Word(Notices.Text("failed", locale), locale);
        }
    }

    private async Task<PressAnswer> LookAsync(HandoffId handoff, string topic, Visitor visitor, CancellationToken cancellation) =>
        await desk.RefreshAsync(handoff, topic, visitor.Email, cancellation) is { } card ? new PressAnswer.Shown(card) : new PressAnswer.Missing(Notices.Text("noLead", visitor.Locale));

    private static PressAnswer.Word Barred(Visitor visitor) => new(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale);

    private async Task<PressAnswer> BarredAsync(HandoffId handoff, string topic, Visitor visitor, CancellationToken cancellation)
    {
        var why = Notices.Of(visitor.Barrier, visitor.Locale);
        return await desk.RefreshAsync(handoff, topic, visitor.Email, cancellation) is { } card ? new PressAnswer.Shown(Notices.On(card, why), why) : Barred(visitor);
    }

    private async Task<PressAnswer> ActAsync(HandoffId handoff, string verb, JsonObject data, Visitor visitor, CancellationToken cancellation) =>
        Told(await desk.ClickAsync(new Click(handoff, verb, AdaptiveCardInputs.Topic(data), visitor.Email, AdaptiveCardInputs.Read(data)), cancellation), visitor);

    private async Task<PressAnswer> PersonalAsync(string verb, JsonObject data, Visitor visitor, CancellationToken cancellation) =>
        Told(await desk.PersonalClickAsync(new PersonalClick(verb, visitor.Email, AdaptiveCardInputs.Read(data)), cancellation), visitor);

    private static PressAnswer Told(ClickAnswer answer, Visitor visitor) => answer switch
    {
        ClickAnswer.Done done => new PressAnswer.Shown(done.Updated),
        ClickAnswer.Refused { Current: { } card } refused => new PressAnswer.Shown(Notices.On(card, refused.Why), refused.Why),
        ClickAnswer.Refused refused => new PressAnswer.Word(refused.Why, visitor.Locale),
        ClickAnswer.Invalid invalid => new PressAnswer.Word(string.Join(' ', invalid.Errors.Values), visitor.Locale),
        ClickAnswer.NotFound missing => new PressAnswer.Missing(missing.Why),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no answer in Teams."),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Pressing {Verb} on handoff {Handoff} failed; the person was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, string verb, string handoff, Exception error);
    }
}
