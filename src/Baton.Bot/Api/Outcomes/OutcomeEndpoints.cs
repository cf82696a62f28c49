using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Baton.Bot.Intake;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary><c>POST /api/outcomes</c>.</summary>
internal static partial class OutcomeEndpoints
{
    /// <summary>The most outcomes in one request.</summary>
    internal const int MaxOutcomes = 1_000;

    private const int MaxBytes = 2 * 1024 * 1024;

    internal static RouteGroupBuilder MapOutcomes(this RouteGroupBuilder api)
    {
        api.MapPost("/outcomes", PostAsync).Describe(RouteDescriptions.Outcomes);
        return api;
    }

    private static async Task<IResult> PostAsync(HttpContext http, OutcomeDesk desk, TimeProvider time, ILogger<OutcomeDesk> log)
    {
        var now = time.GetUtcNow();
        var body = await JsonBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted);
        try
        {
            if (body.Problem is not null)
            {
                return body.Problem;
            }

            var (document, wrong) = body.Parse(ApiJson.Lenient);
            using (document)
            {
                return document is null ? BodyProblems.NotJson(wrong!)
                    : Form(document.RootElement) is { } problem ? problem
                    : await new Run(desk, ApiCaller.Of(http), now, log, http.RequestAborted).TakeAsync(document.RootElement);
            }
        }
        finally
        {
            body.Release();
        }
    }

    private static Problem? Form(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => null,
        JsonValueKind.Array when root.GetArrayLength() > MaxOutcomes => BodyProblems.TooLarge($"{MaxOutcomes} outcomes"),
        JsonValueKind.Array when root.GetArrayLength() > 0 => null,
        _ => Problem.Invalid("The outcomes could not be taken", new FieldError("body", FieldError.Shown(root.GetRawText()), $"an outcome or a list of 1 to {MaxOutcomes} outcomes")),
    };

    private sealed class Run(OutcomeDesk desk, ApiCaller caller, DateTimeOffset now, ILogger log, CancellationToken cancellation)
    {
        // Set by the first lane that fails; read by all.
        private Exception? failure;

        internal async Task<IResult> TakeAsync(JsonElement root)
        {
            var isList = root.ValueKind == JsonValueKind.Array;
            var read = (isList ? root.EnumerateArray().Select(SentOutcomeJson.Read) : [SentOutcomeJson.Read(root)]).ToList();
            var answers = new OutcomeAnswer?[read.Count];
            var readable = read.Index().Where(r => r.Item.Outcome is not null).ToAsyncEnumerable();
            await Lanes.RunAsync(readable, r => r.Item.Outcome!.Lane(), async r => answers[r.Index] = await TakeAsync(r.Item.Outcome!), cancellation);
            foreach (var (at, (_, error)) in read.Index().Where(r => r.Item.Error is not null))
            {
                answers[at] = new OutcomeAnswer.Wrong([error!]);
            }

            return new OutcomesAnswer(answers, isList, failure).ToResult();
        }

        [SuppressMessage("Design", "CA1031", Justification = "Whatever one outcome fails with must be told beside what became of the others.")]
        private async Task<OutcomeAnswer> TakeAsync(SentOutcome sent)
        {
            if (Volatile.Read(ref failure) is not null)
            {
                return new OutcomeAnswer.NotTaken();
            }

            try
            {
                return await desk.TakeAsync(sent, caller, now, cancellation);
            }
            catch (Exception wrong) when (!cancellation.IsCancellationRequested)
            {
                if (Interlocked.CompareExchange(ref failure, wrong, null) is null)
                {
                    Log.StoreFailed(log, wrong);
                }

                return new OutcomeAnswer.NotTaken();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Outcomes could not all be taken.")]
        public static partial void StoreFailed(ILogger log, Exception failure);
    }
}
