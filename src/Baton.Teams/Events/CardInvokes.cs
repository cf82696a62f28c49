using System.Diagnostics.CodeAnalysis;
using Baton.AdaptiveCards;
using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Teams.Incoming;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>Buttons of cards: what they do is stored, then the invoke is answered with the card as that person now sees it. Teams waits for a few seconds only.</summary>
internal sealed partial class CardInvokes(Presses presses, CardViews views, Promptly promptly, PrivateWord word, ILogger<CardInvokes> logger)
{
    /// <summary>Carries it out and answers.</summary>
    public Task<InvokeReply> AnswerAsync(TeamsInvoke.Pressed pressed) => promptly.AnswerAsync(
        async cancellation => new Outcome(await presses.CarryOutAsync(pressed.At, pressed.Verb, pressed.Data, cancellation), await ViewAsync(pressed.At, cancellation)),
        Reply,
        () => Late(pressed),
        (result, cancellation) => TellAsync(pressed, result, cancellation));

    /// <summary>A button that came as a message: no card can be answered, so that what is to be told is told alone.</summary>
    public async Task TakeAsync(TeamsActivity.Submitted submitted, CancellationToken cancellation)
    {
        if (AdaptiveCardInputs.Verb(submitted.Data) is { } verb && await presses.CarryOutAsync(submitted.At, verb, submitted.Data, cancellation) is var answer && TextOf(answer) is { } text)
        {
            await word.SayAsync(submitted.At, NoticeCard.Of(text, Texts.Nearest(submitted.At.From.Locale)), cancellation);
        }
    }

    // What was pressed is stored by then: a card that fetches no views of its own is a better answer than none.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person is answered with what was stored.")]
    private async Task<AdaptiveCardView> ViewAsync(Surroundings at, CancellationToken cancellation)
    {
        try
        {
            return await views.InAsync(at.Conversation, at.IsDirect, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.NoView(logger, error);
            return CardViews.Alone with { RefreshFor = [] };
        }
    }

    private static InvokeReply Reply(Outcome outcome) => outcome.Answer switch
    {
        PressAnswer.Shown shown => InvokeReply.Card(AdaptiveCardRenderer.Render(shown.Card, outcome.View)),
        PressAnswer.Word said => InvokeReply.Message(said.Text),
        PressAnswer.Missing missing => InvokeReply.Error(400, "NotFound", missing.Text),
        _ => throw new InvalidOperationException("An answer is one of the three above."),
    };

    // A view that a client fetched by itself is not worth a word: the card stays, and is fetched again when it is next looked at.
    private static InvokeReply Late(TeamsInvoke.Pressed pressed) => pressed.Verb == AdaptiveCardInputs.RefreshVerb
        ? InvokeReply.Error(500, "Busy", "The card cannot be brought up to date now.")
        : InvokeReply.Message(Notices.Text("stillWorking", Texts.Nearest(pressed.At.From.Locale)));

    private async Task TellAsync(TeamsInvoke.Pressed pressed, Task<Outcome> result, CancellationToken cancellation)
    {
        var answer = (await result).Answer;
        if (pressed.Verb != AdaptiveCardInputs.RefreshVerb)
        {
            var locale = Texts.Nearest(pressed.At.From.Locale);
            await word.SayAsync(pressed.At, NoticeCard.Of(TextOf(answer) ?? Notices.Text("doneLate", locale), locale, TextOf(answer) is null ? Tone.Good : Tone.Warning), cancellation);
        }
    }

    private static string? TextOf(PressAnswer answer) => answer switch
    {
        PressAnswer.Shown shown => shown.Refused,
        PressAnswer.Word said => said.Text,
        PressAnswer.Missing missing => missing.Text,
        _ => throw new InvalidOperationException("An answer is one of the three above."),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Who else sees a card could not be read; it was answered without.")]
        public static partial void NoView(ILogger logger, Exception error);
    }

    private sealed record Outcome(PressAnswer Answer, AdaptiveCardView View);
}
