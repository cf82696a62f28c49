using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Bot.Api;

/// <summary><c>POST /api/funnel</c>: what <c>/funnel</c> answers in chat, as text and as figures.</summary>
internal static class FunnelEndpoints
{
    /// <summary>The longest command, in characters.</summary>
    internal const int MaxText = 2_000;

    private const int MaxBytes = 64 * 1024;
    private const string Title = "The command could not be read";

    private static readonly Place Here = new("api", "funnel");

    // The figures of each command have a type of their own, and this is no busy route.
    private static readonly JsonSerializerOptions Figures = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static RouteGroupBuilder MapFunnel(this RouteGroupBuilder api)
    {
        api.MapPost("/funnel", PostAsync).Describe(RouteDescriptions.Funnel);
        return api;
    }

    private static async Task<IResult> PostAsync(HttpContext http, IChatDesk chat, HandoffDesk desk)
    {
        var body = await JsonBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted);
        try
        {
            if (body.Problem is not null)
            {
                return body.Problem;
            }

            var (document, wrong) = body.Parse(ApiJson.Strict);
            using (document)
            {
                return document is null ? BodyProblems.NotJson(wrong!) : await AnswerAsync(document.RootElement, chat, desk.Terms.Roster, http.RequestAborted);
            }
        }
        finally
        {
            body.Release();
        }
    }

    private static async Task<IResult> AnswerAsync(JsonElement sent, IChatDesk chat, Roster roster, CancellationToken cancellation)
    {
        var (text, actor) = (TextOf(sent, "text"), TextOf(sent, "actor"));
        if (text is null or { Length: > MaxText })
        {
            return Problem.Invalid(Title, new FieldError("text", FieldError.Shown(text), $"text of at most {MaxText} characters, such as reasons last week"));
        }

        if (string.IsNullOrWhiteSpace(actor))
        {
            return Problem.Invalid(Title, new FieldError("actor", "", "the e-mail address of the person who asks"));
        }

        if (!EmailAddress.TryParse(actor, out var email) || roster.Find(email) is not { } person)
        {
            return ActorProblem.Unknown(actor);
        }

        var answer = await chat.CommandAsync(text, email, Here, cancellation);
        return TypedResults.Json(new FunnelAnswer(CardLines.Of(answer.Card, person.TimeZone), answer.Data), Figures);
    }

    private static string? TextOf(JsonElement sent, string name)
    {
        try
        {
            return sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The answer to a command.</summary>
/// <param name="Text">Plain lines.</param>
/// <param name="Data">The figures; null for a command that has none.</param>
internal sealed record FunnelAnswer(string Text, object? Data);
