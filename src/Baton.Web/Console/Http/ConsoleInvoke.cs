using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web.Console.Http;

/// <summary>A pressed button or a card that asks for the visitor's own view. The body is the value of Teams' <c>adaptiveCard/action</c> invoke.</summary>
internal static class ConsoleInvoke
{
    /// <summary>The verb with which a card asks for the visitor's own view of it.</summary>
    public const string Refresh = "refresh";

    private const string Execute = "Action.Execute";
    private const string BadRequest = "BadRequest";

    public static async Task<Ok<InvokeAnswer>> HandleAsync(
        HttpRequest request, Roster roster, IChatDesk desk, ConsoleCards cards, CancellationToken cancellation)
    {
        var visitor = ConsoleVisitor.Of(request, roster).Email;
        var body = await ConsoleBody.ReadAsync(request);
        return TypedResults.Ok(body["action"] is JsonObject action
            ? await HandleAsync(action, visitor, desk, cards, cancellation)
            : InvokeAnswer.Wrong(BadRequest, "'action' is missing."));
    }

    private static async Task<InvokeAnswer> HandleAsync(
        JsonObject action, EmailAddress visitor, IChatDesk desk, ConsoleCards cards, CancellationToken cancellation)
    {
        if (action.Text("type") != Execute)
        {
            return InvokeAnswer.Wrong("NotSupported", $"'action.type' must be {Execute}.");
        }

        if (action.Text("verb") is not { Length: > 0 } verb)
        {
            return InvokeAnswer.Wrong(BadRequest, "'action.verb' is missing.");
        }

        if (action["data"] is not JsonObject data || !HandoffId.IsWellFormed(data.Text(ConsoleCards.HandoffKey)))
        {
            return InvokeAnswer.Wrong(BadRequest, $"'action.data.{ConsoleCards.HandoffKey}' is not a handoff's id.");
        }

        var handoff = new HandoffId(data.Text(ConsoleCards.HandoffKey)!);
        var topic = data.Text(ConsoleCards.TopicKey) ?? "";
        return verb == Refresh
            ? Answer(await desk.RefreshAsync(handoff, topic, visitor, cancellation), cards)
            : Answer(await desk.ClickAsync(new Click(handoff, verb, topic, visitor, cards.ReadInputs(data)), cancellation), cards);
    }

    private static InvokeAnswer Answer(Card? card, ConsoleCards cards) =>
        card is null ? InvokeAnswer.Wrong("NotFound", "There is no such handoff.") : InvokeAnswer.Of(card, cards);

    /// <summary>A refusal is told as a toast; the page then asks for the card as it stands now.</summary>
    private static InvokeAnswer Answer(ClickAnswer answer, ConsoleCards cards) => answer switch
    {
        ClickAnswer.Done done => InvokeAnswer.Of(done.Updated, cards),
        ClickAnswer.Refused refused => InvokeAnswer.Told(refused.Why),
        ClickAnswer.Invalid invalid => InvokeAnswer.Wrong("Invalid", string.Join(' ', invalid.Errors.Values)),
        ClickAnswer.NotFound missing => InvokeAnswer.Wrong("NotFound", missing.Why),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no answer on the wire."),
    };
}
