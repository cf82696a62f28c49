using System.Buffers;
using System.Text.Json;

namespace Baton.Bot.Api;

/// <summary>The answer to <c>POST /api/outcomes</c>: what became of each, in the order in which they were sent.</summary>
/// <param name="answers">What became of each; null for one that was not begun.</param>
/// <param name="isList">Whether they came as a list.</param>
/// <param name="failure">What the store failed with; null when it did not.</param>
internal sealed class OutcomesAnswer(OutcomeAnswer?[] answers, bool isList, Exception? failure)
{
    internal JsonAnswer ToResult()
    {
        if (failure is not null)
        {
            var problem = StoreTrouble.Of(failure) with { More = WriteResults };
            return new JsonAnswer(problem.Status, problem.ToJson()) { RetryAfter = problem.RetryAfter };
        }

        return answers.All(a => a is OutcomeAnswer.Wrong)
            ? new JsonAnswer(400, new Problem(400, "invalid", "The outcomes could not be taken") { More = WriteErrors }.ToJson())
            : new JsonAnswer(200, Results());
    }

    private ReadOnlyMemory<byte> Results()
    {
        var buffer = new ArrayBufferWriter<byte>(128 * answers.Length);
        using var json = new Utf8JsonWriter(buffer, ApiJson.Writing);
        json.WriteStartObject();
        WriteResults(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        json.WriteStartArray("errors"u8);
        for (var at = 0; at < answers.Length; at++)
        {
            ErrorsJson.Write(json, ((OutcomeAnswer.Wrong)answers[at]!).Errors, isList ? $"[{at}]" : "");
        }

        json.WriteEndArray();
        WriteResults(json);
    }

    private void WriteResults(Utf8JsonWriter json)
    {
        json.WriteStartArray("results"u8);
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            Write(json, answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, OutcomeAnswer? answer)
    {
        switch (answer)
        {
            case OutcomeAnswer.Done done:
                json.WriteString("result"u8, "done"u8);
                HandoffJsonView.WriteMembers(json, done.Handoff);
                json.WriteBoolean("repeated"u8, done.Repeated);
                break;
            case OutcomeAnswer.Refused refused:
                json.WriteString("result"u8, "refused"u8);
                HandoffJsonView.WriteMembers(json, refused.Handoff);
                json.WriteString("code"u8, refused.Code);
                json.WriteString("because"u8, refused.Why);
                break;
            case OutcomeAnswer.NotFound:
                json.WriteString("result"u8, "not_found"u8);
                json.WriteString("because"u8, "There is no such handoff."u8);
                break;
            case OutcomeAnswer.Wrong wrong:
                json.WriteString("result"u8, "invalid"u8);
                json.WriteStartArray("errors"u8);
                ErrorsJson.Write(json, wrong.Errors);
                json.WriteEndArray();
                break;
            default:
                json.WriteString("result"u8, "notTaken"u8);
                break;
        }
    }
}
