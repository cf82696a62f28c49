using Baton.Handoffs.Chat;

namespace Baton.Web.Console.Http;

/// <summary>The answer to an invoke, in the shape of Teams' <c>adaptiveCard/action</c>: the HTTP status is 200, the inner one says what happened.</summary>
/// <param name="StatusCode">200 or 400.</param>
/// <param name="Type">What <paramref name="Value"/> is.</param>
/// <param name="Value">A card, a text, or an <see cref="InvokeError"/>.</param>
internal sealed record InvokeAnswer(int StatusCode, string Type, object Value)
{
    public static InvokeAnswer Of(Card card, ConsoleCards cards) => new(200, "application/vnd.microsoft.card.adaptive", cards.Render(card));

    public static InvokeAnswer Told(string text) => new(200, "application/vnd.microsoft.activity.message", text);

    public static InvokeAnswer Wrong(string code, string message) => new(400, "application/vnd.microsoft.error", new InvokeError(code, message));
}

/// <summary>What was wrong with an invoke.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people.</param>
internal sealed record InvokeError(string Code, string Message);
