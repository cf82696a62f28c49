using System.Buffers;
using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>What went wrong with a request (RFC 9457). Written by hand, so that a refusal on a busy route costs no more than an answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable name for programs; also the end of <c>type</c>.</param>
/// <param name="Title">The same in English, always in the same words.</param>
internal sealed record Problem(int Status, string Code, string Title) : IResult
{
    internal const string ContentType = "application/problem+json";

    private const string TypePrefix = "urn:baton:problem:";

    /// <summary>What is the matter this time, and what to do.</summary>
    internal string? Detail { get; init; }

    /// <summary>Every wrong value.</summary>
    internal IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Writes further members.</summary>
    internal Action<Utf8JsonWriter>? More { get; init; }

    /// <summary>After how many seconds to try again.</summary>
    internal int? RetryAfter { get; init; }

    /// <summary>Refused for what is in it.</summary>
    internal static Problem Invalid(string title, params IReadOnlyList<FieldError> errors) => new(400, "invalid", title) { Errors = errors };

    /// <summary>There is no such handoff.</summary>
    internal static Problem NoHandoff(string id) => new(404, "notFound", "There is no such handoff") { Detail = $"No handoff is called '{FieldError.Shown(id)}'." };

    public Task ExecuteAsync(HttpContext httpContext) => new JsonAnswer(Status, ToJson()) { RetryAfter = RetryAfter }.ExecuteAsync(httpContext);

    /// <summary>The body.</summary>
    internal ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, ApiJson.Writing);
        json.WriteStartObject();
        json.WriteString("type"u8, TypePrefix + Code);
        json.WriteString("title"u8, Title);
        json.WriteNumber("status"u8, Status);
        json.WriteString("code"u8, Code);
        if (Detail is not null)
        {
            json.WriteString("detail"u8, Detail);
        }

        if (Errors.Count > 0)
        {
            json.WriteStartArray("errors"u8);
            ErrorsJson.Write(json, Errors);
            json.WriteEndArray();
        }

        More?.Invoke(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
