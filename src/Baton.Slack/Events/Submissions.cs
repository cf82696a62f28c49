using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.Incoming;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// Forms that were sent. What is wrong is shown at its question; a refusal takes the form's place, with what had been entered to be copied; what was carried out
/// closes it (https://docs.slack.dev/surfaces/modals).
/// </summary>
internal sealed partial class Submissions(
    IChatDesk desk, Visitors visitors, Promptly promptly, PrivateWord word, Modals modals, HomePages homes, ILogger<Submissions> logger)
{
    /// <summary>Carries it out and answers.</summary>
    public Task<Ack> SubmitAsync(Interaction.Submitted sent) => promptly.AnswerAsync(
        cancellation => DecideAsync(sent, cancellation),
        outcome =>
        {
            promptly.Start(cancellation => RepublishAsync(sent, outcome, cancellation));
            return outcome.Answer switch
            {
                ClickAnswer.Done => Ack.Empty,
                ClickAnswer.Invalid invalid => Errors(invalid, sent),
                _ => Update(Refusal(sent, outcome)),
            };
        },
        () => Update(Working(visitors.LocaleOfAsync(sent.UserId, CancellationToken.None))),
        async (result, cancellation) => await FinishAsync(sent, await result, cancellation));

    // Who the person is was asked before anything else: when even that is what takes so long, English has to do.
    private static JsonObject Working(ValueTask<string> told)
    {
        var locale = told.IsCompletedSuccessfully ? told.Result : "en";
        return Notices.Modal("title.working", Notices.Text("stillWorking", locale), locale);
    }

    private static Ack Update(JsonObject view) => new Ack.Received(new JsonObject { ["response_action"] = "update", ["view"] = view });

    // An error about a question that the form does not ask would make Slack show one that helps nobody: then the first question shows it.
    private static Ack Errors(ClickAnswer.Invalid invalid, Interaction.Submitted sent)
    {
        var errors = new JsonObject();
        foreach (var (input, why) in invalid.Errors)
        {
            errors[BlockKitModal.BlockIdOf(sent.Asked.Contains(input) || sent.Asked.Count == 0 ? input : sent.Asked[0])] = why;
        }

        return new Ack.Received(new JsonObject { ["response_action"] = "errors", ["errors"] = errors });
    }

    private async Task FinishAsync(Interaction.Submitted sent, Outcome outcome, CancellationToken cancellation)
    {
        var view = outcome.Answer is ClickAnswer.Done
            ? Notices.Modal("title.done", Notices.Text("doneLate", outcome.Locale), outcome.Locale)
            : Refusal(sent, outcome);
        if (!await modals.ReplaceAsync(sent.View.Id, view, cancellation))
        {
            var text = outcome.Answer is ClickAnswer.Done ? Notices.Text("doneLate", outcome.Locale) : Why(outcome);
            await word.SayAsync(Surface.Of(sent.Origin, null), sent.UserId, Notices.Card(text, outcome.Locale), cancellation);
        }

        await RepublishAsync(sent, outcome, cancellation);
    }

    private static JsonObject Refusal(Interaction.Submitted sent, Outcome outcome)
    {
        var typed = sent.Inputs.Values.Where(v => v.Length > 0).ToList();
        var text = typed.Count == 0 ? Why(outcome) : $"{Why(outcome)}\n\n{Notices.Text("typed", outcome.Locale)}\n{string.Join('\n', typed)}";
        return Notices.Modal("title.refused", text, outcome.Locale);
    }

    private static string Why(Outcome outcome) => outcome.Answer switch
    {
        ClickAnswer.Refused refused => refused.Why,
        ClickAnswer.NotFound missing => missing.Why,
        ClickAnswer.Invalid invalid => string.Join(' ', invalid.Errors.Values),
        _ => Notices.Text("failed", outcome.Locale),
    };

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, the person who sent the form is told, and Slack is answered.")]
    private async Task<Outcome> DecideAsync(Interaction.Submitted sent, CancellationToken cancellation)
    {
        string? locale = null;
        try
        {
            var visitor = await visitors.OfAsync(sent.UserId, cancellation);
            locale = visitor.Locale;
            return new Outcome(
                visitor.MayAct ? await ActAsync(sent, visitor, cancellation) : new ClickAnswer.Refused(Notices.Of(visitor.Barrier, locale), null),
                locale);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, sent.Origin.Button.Verb, sent.Origin.Button.Handoff?.Value ?? "", error);
            locale ??= await visitors.LocaleOfAsync(sent.UserId, cancellation);
            return new Outcome(new ClickAnswer.Refused(Notices.Text("failed", locale), null), locale);
        }
    }

    // What the button fixed goes before what a form says.
    private Task<ClickAnswer> ActAsync(Interaction.Submitted sent, Visitor visitor, CancellationToken cancellation)
    {
        var button = sent.Origin.Button;
        var inputs = new Dictionary<string, string>(sent.Inputs);
        foreach (var (key, value) in button.Data)
        {
            inputs[key] = value;
        }

        return button.Handoff is { } handoff
            ? desk.ClickAsync(new Click(handoff, button.Verb, button.Topic, visitor.Email, inputs), cancellation)
            : desk.PersonalClickAsync(new PersonalClick(button.Verb, visitor.Email, inputs), cancellation);
    }

    private async Task RepublishAsync(Interaction.Submitted sent, Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.Answer is ClickAnswer.Done && sent.Origin.Channel is null)
        {
            await homes.PublishAsync(await visitors.OfAsync(sent.UserId, cancellation), cancellation);
        }
    }

    private sealed record Outcome(ClickAnswer Answer, string Locale);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The form of {Verb} for handoff {Handoff} failed; the person was told that nothing was changed.")]
        public static partial void Failed(ILogger logger, string verb, string handoff, Exception error);
    }
}
