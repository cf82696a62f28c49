using System.Buffers;
using System.Text.Json;
using Baton.Bot.Intake;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>The answer to <c>POST /api/leads</c>: what became of each lead, in the order in which they were sent.</summary>
/// <param name="sent">What was sent.</param>
/// <param name="outcomes">What became of each; null for one that was not begun.</param>
/// <param name="failure">What the store failed with; null when it did not.</param>
internal sealed class LeadsAnswer(SentLeads sent, LeadOutcome?[] outcomes, Exception? failure)
{
    internal const int Accepted = 202;

    private const string Title = "The leads could not be taken";

    /// <summary>The answer as it goes over the wire.</summary>
    internal JsonAnswer ToResult()
    {
        if (failure is not null)
        {
            var problem = StoreTrouble.Of(failure) with { More = WriteRest };
            return new JsonAnswer(problem.Status, problem.ToJson()) { RetryAfter = problem.RetryAfter };
        }

        return outcomes.Any(o => o is LeadOutcome.Taken)
            ? new JsonAnswer(Accepted, Results())
            : new JsonAnswer(400, new Problem(400, "invalid", Title) { More = WriteErrors }.ToJson());
    }

    private ReadOnlyMemory<byte> Results()
    {
        var buffer = new ArrayBufferWriter<byte>(256 * outcomes.Length);
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
        for (var at = 0; at < outcomes.Length; at++)
        {
            if (outcomes[at] is LeadOutcome.Wrong wrong)
            {
                ErrorsJson.Write(json, wrong.Errors, sent.IsList ? $"[{at}]" : "");
            }
        }

        json.WriteEndArray();
        WriteResults(json);
    }

    private void WriteRest(Utf8JsonWriter json)
    {
        json.WriteStartArray("notTaken"u8);
        for (var at = 0; at < outcomes.Length; at++)
        {
            if (outcomes[at] is null or LeadOutcome.NotTaken)
            {
                json.WriteStringValue(sent.Leads[at].ExternalId);
            }
        }

        json.WriteEndArray();
        WriteResults(json);
    }

    private void WriteResults(Utf8JsonWriter json)
    {
        json.WriteStartArray("results"u8);
        for (var at = 0; at < outcomes.Length; at++)
        {
            json.WriteStartObject();
            json.WriteString("externalId"u8, sent.Leads[at].ExternalId);
            Write(json, outcomes[at]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LeadOutcome? outcome)
    {
        switch (outcome)
        {
            case LeadOutcome.Taken taken:
                Write(json, taken.Answer);
                break;
            case LeadOutcome.Wrong wrong:
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

    private static void Write(Utf8JsonWriter json, LeadAnswer answer)
    {
        json.WriteString("result"u8, ResultName(answer.Result));
        json.WriteString("handoff"u8, answer.Handoff?.Value);
        json.WriteBoolean("repeated"u8, answer.Repeated);
        json.WriteStartArray("missing"u8);
        foreach (var field in answer.Found.Missing)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        json.WriteString("because"u8, answer.Found.Because);
    }

    private static string ResultName(IntakeResult result) => result switch
    {
        IntakeResult.Offered => "offered",
        IntakeResult.Returned => "returned",
        IntakeResult.Duplicate => "duplicate",
        IntakeResult.Unqualified => "unqualified",
        IntakeResult.Suppressed => "suppressed",
        _ => throw new InvalidOperationException($"{result} has no name on the wire."),
    };
}
