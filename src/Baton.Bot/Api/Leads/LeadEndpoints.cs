using Baton.Bot.Intake;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary><c>POST /api/leads</c>.</summary>
internal static partial class LeadEndpoints
{
    internal static RouteGroupBuilder MapLeads(this RouteGroupBuilder api)
    {
        api.MapPost("/leads", PostAsync).Describe(RouteDescriptions.Leads);
        return api;
    }

    private static async Task<IResult> PostAsync(HttpContext http, LeadBatch batch, IIdempotencyKeys keys, TimeProvider time, ILogger<LeadBatch> log)
    {
        var now = time.GetUtcNow();
        var (key, wrong) = IdempotencyKey.Of(http);
        if (wrong is not null)
        {
            return wrong;
        }

        var body = await JsonBody.ReadAsync(http.Request, SentLeads.MaxBytes, http.RequestAborted);
        try
        {
            return body.Problem
                ?? (key is null ? await TakeAsync(http, batch, body, now, log) : await TakeOnceAsync(http, batch, body, keys, key, now, log));
        }
        finally
        {
            body.Release();
        }
    }

    private static async Task<IResult> TakeOnceAsync(
        HttpContext http, LeadBatch batch, JsonBody body, IIdempotencyKeys keys, string key, DateTimeOffset now, ILogger log)
    {
        var digest = IdempotencyKey.DigestOf(body);
        var claimed = await keys.ClaimAsync(key, digest, now, http.RequestAborted);
        if (claimed.BodyHash != digest)
        {
            return IdempotencyKey.AnotherBody;
        }

        if (claimed.Answer is { } earlier)
        {
            return new JsonAnswer(earlier.Status, earlier.Json);
        }

        // Claimed but not answered: the first is still at it, or was cut short. Leads are named by their external ids, so both may work on them.
        var result = await TakeAsync(http, batch, body, now, log);
        if (result is not JsonAnswer { Status: < 500 } answer)
        {
            return result;
        }

        var kept = await keys.AnswerAsync(key, new KeyedAnswer(answer.Status, answer.Json), http.RequestAborted);
        return new JsonAnswer(kept.Status, kept.Json);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, LeadBatch batch, JsonBody body, DateTimeOffset now, ILogger log)
    {
        var (sent, problem) = SentLeads.Read(body, now);
        if (sent is null)
        {
            return problem!;
        }

        var outcomes = new LeadOutcome?[sent.Leads.Count];
        var readings = sent.Leads.Select((lead, at) => (at, lead.Reading)).ToAsyncEnumerable();
        var failure = await batch.TakeAsync(readings, ApiCaller.Of(http).Person, (at, outcome) => outcomes[at] = outcome, http.RequestAborted);
        if (failure is not null)
        {
            Log.StoreFailed(log, failure, outcomes.Count(o => o is LeadOutcome.Taken), outcomes.Length);
        }

        return new LeadsAnswer(sent, outcomes, failure).ToResult();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Leads could not be taken: {Taken} of {Sent} were, then this happened.")]
        public static partial void StoreFailed(ILogger log, Exception failure, int taken, int sent);
    }
}
