using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Wire;

namespace Baton.Teams.Connector;

/// <summary>
/// What an answer of refusal says. There are several forms: <c>{"error":{"code","message"}}</c>, <c>{"errorCode":209,"message":"…"}</c>, and in the message another JSON text whose
/// <c>subCode</c> is what matters (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages). Never throws, whatever the bytes.
/// </summary>
/// <param name="Code">Teams' word for it, the innermost; <c>http_403</c> and the like when there is none.</param>
/// <param name="Message">What Teams says besides, in printable characters; empty when it says nothing.</param>
internal sealed record ConnectorError(string Code, string Message)
{
    private const int MostMessage = 300;
    private const int MostCode = 80;
    private const int Deepest = 3;

    /// <summary>Reads it.</summary>
    public static ConnectorError Of(WireReply reply)
    {
        var (code, message) = reply.IsTooLong || WireJson.Object(reply.Body.Span) is not { } json ? (null, null) : Read(json, 1);
        return new ConnectorError(code ?? string.Create(CultureInfo.InvariantCulture, $"http_{reply.Status}"), Printable(message ?? ""));
    }

    private static (string? Code, string? Message) Read(JsonElement json, int depth)
    {
        var said = json.TryGet("error", out var error) && error.ValueKind == JsonValueKind.Object ? error : json;
        var (code, message) = (Word(said.Text("subCode")) ?? Word(said.Text("code")) ?? Number(said), said.Text("message") ?? said.Text("details"));
        if (depth < Deepest && message is ['{', ..] && WireJson.Object(Encoding.UTF8.GetBytes(message)) is { } inner)
        {
            var (deeper, more) = Read(inner, depth + 1);
            return (deeper ?? code, more ?? "");
        }

        return (code, message);
    }

    private static string? Number(JsonElement json) =>
        json.TryGet("errorCode", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var it) ? it.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Word(string? text) => text is { Length: > 0 and <= MostCode } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '.' or '-') ? text : null;

    private static string Printable(string text) => new([.. text.Take(MostMessage).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
}
