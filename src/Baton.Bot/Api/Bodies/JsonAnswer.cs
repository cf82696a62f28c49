namespace Baton.Bot.Api;

/// <summary>JSON that is written already.</summary>
/// <param name="Status">The HTTP status; from 400 on it is a problem.</param>
/// <param name="Json">The body.</param>
internal sealed record JsonAnswer(int Status, ReadOnlyMemory<byte> Json) : IResult
{
    internal const string ContentType = "application/json; charset=utf-8";

    /// <summary>After how many seconds to try again.</summary>
    internal int? RetryAfter { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = Status < 400 ? ContentType : Problem.ContentType;
        response.ContentLength = Json.Length;
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(Json, httpContext.RequestAborted);
    }
}
