using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>What was sent to <c>POST /api/leads</c>: one lead or a list of them, each read or with everything that is wrong with it.</summary>
/// <param name="Leads">In order.</param>
/// <param name="IsList">Whether they came as a list, even of one.</param>
internal sealed record SentLeads(IReadOnlyList<SentLead> Leads, bool IsList)
{
    /// <summary>The most leads in one request.</summary>
    internal const int MaxLeads = 1_000;

    /// <summary>The largest body, in bytes.</summary>
    internal const int MaxBytes = 8 * 1024 * 1024;

    private const string Title = "The leads could not be taken";

    /// <summary>Reads a body.</summary>
    /// <returns>The leads, or why there are none.</returns>
    internal static (SentLeads? Leads, Problem? Problem) Read(JsonBody body, DateTimeOffset now)
    {
        var (document, wrong) = body.Parse(ApiJson.Strict);
        var mayRepeat = document is null;
        if (mayRepeat)
        {
            (document, wrong) = body.Parse(ApiJson.Lenient);
        }

        using (document)
        {
            return document is null ? (null, BodyProblems.NotJson(wrong!)) : Read(document.RootElement, mayRepeat, now);
        }
    }

    private static (SentLeads? Leads, Problem? Problem) Read(JsonElement root, bool mayRepeat, DateTimeOffset now) => root.ValueKind switch
    {
        JsonValueKind.Object => (new SentLeads([SentLead.Read(root, mayRepeat, now)], false), null),
        JsonValueKind.Array when root.GetArrayLength() > MaxLeads => (null, BodyProblems.TooLarge($"{MaxLeads} leads")),
        JsonValueKind.Array when root.GetArrayLength() > 0 => (new SentLeads([.. root.EnumerateArray().Select(lead => SentLead.Read(lead, mayRepeat, now))], true), null),
        _ => (null, Problem.Invalid(Title, new FieldError("body", FieldError.Shown(root.GetRawText()), $"a lead or a list of 1 to {MaxLeads} leads"))),
    };
}

/// <summary>One lead as it was sent.</summary>
/// <param name="ExternalId">What its sender calls it; null when that cannot be told.</param>
/// <param name="Reading">The lead, or what is wrong with it.</param>
internal sealed record SentLead(string? ExternalId, LeadReading Reading)
{
    internal static SentLead Read(JsonElement json, bool mayRepeat, DateTimeOffset now)
    {
        if (mayRepeat && JsonTwice.Find(json) is { } twice)
        {
            return new SentLead(IdOf(json), new LeadReading.Wrong([twice]));
        }

        var reading = LeadJson.Read(json, now);
        return new SentLead(reading is LeadReading.Ok ok ? ok.Lead.ExternalId : IdOf(json), reading);
    }

    private static string? IdOf(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(LeadField.ExternalId.Path(), out var id) && id.ValueKind == JsonValueKind.String
                ? FieldError.Shown(id.GetString())
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
