using System.Text;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.People;
using Baton.Web.Console.Messages;
using Baton.Web.Console.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web.Console.Http;

/// <summary>
/// What somebody typed: <c>{"place","threadId"?,"text","id"}</c>, where <c>id</c> is a key that the page makes, so that a repeated request
/// says it once. <c>/funnel …</c>, and everything in direct messages, is a command; the rest is stored, and in a feedback thread also handed on.
/// </summary>
internal sealed class ConsoleSay(ConsolePlaces places, ConsolePlatform platform, IConsoleMessages messages, IChatDesk desk, ConsoleCards cards, Roster roster, TimeProvider time)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxText = 4000;

    private const int MaxKey = 64;
    private const string Command = "/funnel";

    public static async Task<Ok<SaidView>> HandleAsync(HttpRequest request, ConsoleSay say, Roster roster, CancellationToken cancellation)
    {
        var visitor = ConsoleVisitor.Of(request, roster);
        return TypedResults.Ok(await say.AnswerAsync(await ConsoleBody.ReadAsync(request), visitor, cancellation));
    }

    private async Task<SaidView> AnswerAsync(JsonObject body, Person visitor, CancellationToken cancellation)
    {
        var place = ConsoleVisitor.Place(body.Required("place", 300), visitor, places);
        var said = new Said(place, await ThreadAsync(place, body.Text("threadId"), cancellation), $"say|{visitor.Email}|{body.Required("id", MaxKey)}", visitor, body.Required("text", MaxText));
        if (CommandOf(said) is { } command)
        {
            return await CommandAsync(said, command, cancellation);
        }

        var message = await SayAsync(said, cancellation);
        if (place.Kind == ConsolePlaceKind.Marketing && said.ThreadId is { } thread)
        {
            // The message's id makes a repeated reply recognisable; a request that failed here is repeated with the same key.
            await desk.ReplyAsync(new ThreadReply(place.Place, thread, message.Id, visitor.Email, said.Text, null), cancellation);
        }

        return View(SaidView.Stored, message);
    }

    private async Task<SaidView> CommandAsync(Said said, string command, CancellationToken cancellation)
    {
        var answer = await desk.CommandAsync(command, said.Visitor.Email, said.Place.Place, cancellation);
        var now = time.GetUtcNow();
        var effect = said.Key + "|answer";
        if (!answer.Shared)
        {
            return View(SaidView.Private, new ConsoleMessage(
                said.Place.Place, ConsoleMessageId.For(now, effect), effect, said.ThreadId, null, null, answer.Card, answer.Card.Version, now));
        }

        var question = await SayAsync(said, cancellation);
        var sent = await platform.PostAsync(new Post(said.Place.Place, said.ThreadId, effect, answer.Card), cancellation);
        return sent is SendResult.Sent ? View(SaidView.Stored, question) : throw new InvalidOperationException($"The shared answer was not posted: {sent}");
    }

    private Task<ConsoleMessage> SayAsync(Said said, CancellationToken cancellation) =>
        platform.SayAsync(said.Place.Place, said.ThreadId, said.Key, said.Visitor.Email, said.Text, cancellation);

    private async Task<string?> ThreadAsync(ConsolePlace place, string? thread, CancellationToken cancellation) =>
        thread is null || (ConsoleMessageId.IsWellFormed(thread) && await messages.GetAsync(place.Place, thread, cancellation) is { ThreadId: null })
            ? thread
            : throw new BadHttpRequestException($"'threadId' is '{thread}', which starts no thread in '{place.Place.Id}'.");

    /// <summary>What follows the command's name, also when that was typed in full-width letters; null for what is no command.</summary>
    private static string? CommandOf(Said said)
    {
        var words = said.Text.Split([' ', '\t', '\n', '\u3000'], 2);
        if (words[0].Normalize(NormalizationForm.FormKC).Equals(Command, StringComparison.OrdinalIgnoreCase))
        {
            return words.Length > 1 ? words[1].Trim() : "";
        }

        return said.Place.Kind == ConsolePlaceKind.Direct ? said.Text : null;
    }

    private SaidView View(string kind, ConsoleMessage message) => new(kind, MessageView.Of(message, roster, cards));

    private sealed record Said(ConsolePlace Place, string? ThreadId, string Key, Person Visitor, string Text);
}
