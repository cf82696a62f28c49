using System.Buffers;
using System.Text;
using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>What was sent to <c>POST /api/handoffs/{id}/actions</c>: <c>action</c>, <c>actor</c> and the form's answers beside them.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Inputs">The form's answers by input id; numbers as they were written.</param>
internal sealed record SentAction(string Action, string Actor, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>The largest body, in bytes.</summary>
    internal const int MaxBytes = 64 * 1024;

    private const string Title = "The action could not be read";
    private const string ValueRule = "text, a number, true or false, given once";

    private static readonly Dictionary<string, string> None = [];

    /// <summary>Reads a body in one pass.</summary>
    /// <returns>The action, or why there is none.</returns>
    internal static (SentAction? Action, Problem? Problem) Read(ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ApiJson.MaxDepth });
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                ? ReadMembers(ref reader)
                : (null, Problem.Invalid(Title, new FieldError("body", "", LeadRules.Object)));
        }
        catch (JsonException wrong)
        {
            return (null, BodyProblems.NotJson(JsonBody.Explain(wrong)));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.Invalid(Title, new FieldError("body", "", LeadRules.ValidText)));
        }
    }

    private static (SentAction? Action, Problem? Problem) ReadMembers(ref Utf8JsonReader reader)
    {
        string? action = null;
        string? actor = null;
        Dictionary<string, string>? inputs = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAction = reader.ValueTextEquals("action"u8);
            var isActor = !isAction && reader.ValueTextEquals("actor"u8);
            var name = isAction ? "action" : isActor ? "actor" : reader.GetString()!;
            reader.Read();
            if (!TryText(ref reader, out var text) || (isAction && action is not null) || (isActor && actor is not null) || inputs?.ContainsKey(name) == true)
            {
                return (null, Problem.Invalid(Title, new FieldError(FieldError.Shown(name), "", ValueRule)));
            }

            if (isAction)
            {
                action = text;
            }
            else if (isActor)
            {
                actor = text;
            }
            else if (text is not null)
            {
                (inputs ??= new(StringComparer.Ordinal))[name] = text;
            }
        }

        // What follows the object would not be seen otherwise.
        return reader.Read() ? (null, BodyProblems.NotJson("Something follows the object.")) : Complete(action, actor, inputs);
    }

    private static (SentAction? Action, Problem? Problem) Complete(string? action, string? actor, Dictionary<string, string>? inputs) =>
        string.IsNullOrEmpty(action) ? (null, Problem.Invalid(Title, new FieldError("action", "", "the name of an action such as accept")))
        : string.IsNullOrEmpty(actor) ? (null, Problem.Invalid(Title, new FieldError("actor", "", "the e-mail address of the person who acts")))
        : (new SentAction(action, actor, inputs ?? None), null);

    private static bool TryText(ref Utf8JsonReader reader, out string? text)
    {
        text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
            _ => null,
        };
        return text is not null || reader.TokenType == JsonTokenType.Null;
    }
}
