using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>One outcome as a CRM reports it. The handoff is named by its id, by the lead's source and external id, or by the contact's address.</summary>
internal sealed record SentOutcome
{
    /// <summary>The handoff's id.</summary>
    public string? Handoff { get; init; }

    /// <summary>The lead's source.</summary>
    public string? Source { get; init; }

    /// <summary>The lead's external id at that source.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The contact's e-mail address: the person's open handoff, else the latest one.</summary>
    public string? Email { get; init; }

    /// <summary><c>contacted</c>, <c>qualified</c>, <c>recycled</c>, <c>disqualified</c>, <c>won</c> or <c>lost</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it happened; now when left out. Never before the handoff's last act.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Amount won.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its currency, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The code of a recycle or disqualify reason; in own words for <c>lost</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>In own words.</summary>
    public string? Comment { get; init; }

    /// <summary>The opportunity's name or number in the CRM.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Who did it; the integration itself when left out.</summary>
    public string? Actor { get; init; }

    /// <summary>The same for two outcomes that name the same handoff in the same way: these keep their order.</summary>
    internal int Lane() => HashCode.Combine(Handoff, Source, ExternalId, Handoff is null && ExternalId is null ? Email?.ToUpperInvariant() : null);
}

/// <summary>Reads outcomes; what is not of the right kind is a wrong value and not a broken body.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SentOutcome))]
internal sealed partial class SentOutcomeJson : JsonSerializerContext
{
    private static string Members => string.Join(", ", Default.SentOutcome.Properties.Select(p => p.Name));

    /// <summary>The outcome, or what is wrong with its form.</summary>
    internal static (SentOutcome? Outcome, FieldError? Error) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, new FieldError("outcome", FieldError.Shown(json.ToString()), LeadRules.Object));
        }

        try
        {
            return (json.Deserialize(Default.SentOutcome), null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return (null, Explain(json, (wrong as JsonException)?.Path));
        }
    }

    private static FieldError Explain(JsonElement json, string? path)
    {
        var name = path is { Length: > 2 } ? path[2..] : "";
        var rule = name switch
        {
            "at" => LeadRules.Time,
            "amount" => OutcomeRules.Amount,
            _ when Default.SentOutcome.Properties.Any(p => p.Name == name) => $"{LeadRules.Text}, given once",
            _ => $"one of {Members}, each given once",
        };
        return new FieldError(name.Length == 0 ? "outcome" : FieldError.Shown(name), FieldError.Shown(ValueOf(json, name)), rule);
    }

    private static string ValueOf(JsonElement json, string name) => name.Length > 0 && json.TryGetProperty(name, out var value) ? value.GetRawText() : "";
}
