using System.Text.Json;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Repairs;

namespace Baton.Bot.Api;

/// <summary><c>GET /api/dead-letters</c> and <c>POST /api/dead-letters/retry</c>: what stands still, and setting it going.</summary>
internal static class DeadLetterEndpoints
{
    private const int MaxBytes = 4 * 1024;
    private const string Rule = "a place such as slack:C0123 or the id of a handoff, or left out for all";

    internal static RouteGroupBuilder MapDeadLetters(this RouteGroupBuilder api)
    {
        api.MapGet("/dead-letters", ListAsync).Describe(RouteDescriptions.DeadLetters);
        api.MapPost("/dead-letters/retry", RetryAsync).Describe(RouteDescriptions.DeadLetterRetry);
        return api;
    }

    private static async Task<IResult> ListAsync(HttpContext http, RepairDesk repairs)
    {
        var stuck = await repairs.ListAsync(http.RequestAborted);
        return TypedResults.Json(new DeadLetterList([.. stuck.Select(DeadLetterView.Of)]), HandoffViewJson.Wire.DeadLetterList);
    }

    private static async Task<IResult> RetryAsync(HttpContext http, RepairDesk repairs)
    {
        var body = await JsonBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        string? named;
        try
        {
            var (document, wrong) = body.Parse(ApiJson.Strict);
            using (document)
            {
                if (document is null)
                {
                    return BodyProblems.NotJson(wrong!);
                }

                if (!TryRead(document.RootElement, out named))
                {
                    return Problem.Invalid("The retry could not be read", new FieldError("of", "", Rule));
                }
            }
        }
        finally
        {
            body.Release();
        }

        var going = await repairs.RetryAtOnceAsync(RepairCommands.Named(named), http.RequestAborted);
        return TypedResults.Json(new DeadLetterRetry(going), HandoffViewJson.Wire.DeadLetterRetry);
    }

    // A word too many may be a misspelt "of", and would set everything going.
    private static bool TryRead(JsonElement sent, out string? named)
    {
        named = null;
        if (sent.ValueKind != JsonValueKind.Object || sent.EnumerateObject().Any(m => m.Name != "of" || m.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)))
        {
            return false;
        }

        named = sent.TryGetProperty("of", out var of) ? of.GetString() : null;
        return named is null || HandoffId.IsWellFormed(named.Trim()) || named.Contains(':', StringComparison.Ordinal);
    }
}

/// <summary>What stands still, longest first.</summary>
internal sealed record DeadLetterList(IReadOnlyList<DeadLetterView> DeadLetters);

/// <summary>How many go again.</summary>
internal sealed record DeadLetterRetry(int Going);

/// <summary>One effect that stands still.</summary>
/// <param name="Handoff">Whose.</param>
/// <param name="Effect">Its id within the handoff.</param>
/// <param name="Type">What it is, by its stable name.</param>
/// <param name="Place">Where it was to arrive.</param>
/// <param name="Cause">Why it stands still, as a class.</param>
/// <param name="Error">What the platform said last.</param>
/// <param name="Since">When it first came to a stand.</param>
/// <param name="RetriedAt">When it was set going last, if it is on its way.</param>
internal sealed record DeadLetterView(HandoffId Handoff, string Effect, string Type, string Place, StuckCause Cause, string Error, DateTimeOffset Since, DateTimeOffset? RetriedAt)
{
    internal static DeadLetterView Of(StuckEffect stuck) =>
        new(stuck.Handoff, stuck.Effect, stuck.Kind, stuck.Place.ToString(), stuck.Cause, stuck.Why, stuck.Since, stuck.RetriedAt);
}
