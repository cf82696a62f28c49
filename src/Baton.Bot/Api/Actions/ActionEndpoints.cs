using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Api;

/// <summary><c>POST /api/handoffs/{id}/actions</c>: what the buttons do, for integrators.</summary>
internal static class ActionEndpoints
{
    internal static RouteGroupBuilder MapActions(this RouteGroupBuilder api)
    {
        api.MapPost("/handoffs/{id}/actions", PostAsync).Describe(RouteDescriptions.Action);
        return api;
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, HandoffDesk desk, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var body = await JsonBody.ReadAsync(http.Request, SentAction.MaxBytes, http.RequestAborted);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        SentAction? sent;
        Problem? wrong;
        try
        {
            (sent, wrong) = SentAction.Read(body.Bytes);
        }
        finally
        {
            body.Release();
        }

        return sent is null ? wrong!
            : !HandoffId.IsWellFormed(id) ? Problem.NoHandoff(id)
            : await ActAsync(new HandoffId(id), sent, desk, now, http.RequestAborted);
    }

    private static async Task<IResult> ActAsync(HandoffId id, SentAction sent, HandoffDesk desk, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(sent.Actor, out var email) || desk.Terms.Roster.Find(email) is not { } actor)
        {
            return ActorProblem.Unknown(sent.Actor);
        }

        return IntentForm.Read(sent.Action, sent.Inputs, actor, desk.Terms) switch
        {
            IntentReading.Ok ok => await desk.HandleAsync(id, ok.Intent, actor, now, cancellation) switch
            {
                DeskAnswer.Done done => new StandingAnswer(done.Handoff, false),
                DeskAnswer.Refused refused when IsRepeated(ok.Intent, refused, actor) => new StandingAnswer(refused.Handoff, true),
                DeskAnswer.Refused refused => Refused(refused, actor, desk),
                _ => Problem.NoHandoff(id.Value),
            },
            IntentReading.Wrong wrong => Wrong(sent, wrong),
            _ => throw new InvalidOperationException("A reading is right or wrong."),
        };
    }

    // Who was answered with 503 sends it again, though it may have been stored.
    private static bool IsRepeated(Intent intent, DeskAnswer.Refused refused, Person actor) => (intent, refused.Why) switch
    {
        (Intent.Accept, Refusal.AlreadyYours) => true,
        (Intent.Reject reject, Refusal.AlreadyDecided decided) => decided.By == actor.Email && refused.Handoff.Reason?.Code == reject.Code,
        _ => false,
    };

    private static Problem Wrong(SentAction sent, IntentReading.Wrong wrong) => Problem.Invalid(
        "The action could not be read",
        [.. wrong.Errors.Select(e => e.Key.Length == 0
            ? new FieldError("action", FieldError.Shown(sent.Action), $"one of {string.Join(", ", Verbs.Acts)}")
            : new FieldError(e.Key, FieldError.Shown(sent.Inputs.GetValueOrDefault(e.Key)), e.Value))]);

    private static Problem Refused(DeskAnswer.Refused refused, Person actor, HandoffDesk desk) => new(409, refused.Why.Code, "The handoff does not allow it now")
    {
        Detail = RefusalText.Of(refused.Why, actor.Locale, actor.TimeZone, desk.Terms),
        More = json =>
        {
            if (refused.Why is Refusal.AlreadyTaken taken)
            {
                json.WriteString("by"u8, taken.By.Value);
            }

            json.WriteString("locale"u8, Texts.Nearest(actor.Locale));
            HandoffJsonView.WriteStanding(json, refused.Handoff);
        },
    };
}

/// <summary>Somebody acts whom nobody configured.</summary>
internal static class ActorProblem
{
    internal static Problem Unknown(string actor) => new(403, "unknownActor", "Nobody of that address may act here")
    {
        Detail = "The actor must be the e-mail address of one of People.",
        Errors = [new FieldError("actor", FieldError.Shown(actor), "the e-mail address of one of People")],
    };
}

/// <summary>Where a handoff stands after an action.</summary>
/// <param name="handoff">The handoff.</param>
/// <param name="repeated">Whether it stood so before.</param>
internal sealed class StandingAnswer(Handoff handoff, bool repeated) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = JsonAnswer.ContentType;
        using (var json = new Utf8JsonWriter(response.BodyWriter, ApiJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, handoff.Id.Value);
            HandoffJsonView.WriteStanding(json, handoff);
            json.WriteBoolean("repeated"u8, repeated);
            json.WriteEndObject();
        }

        return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
