using System.Text;
using System.Text.Json;
using Baton.Bot.Import;
using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary><c>POST /api/leads/import</c>.</summary>
internal static partial class ImportEndpoints
{
    internal static RouteGroupBuilder MapImport(this RouteGroupBuilder api)
    {
        api.MapPost("/leads/import", PostAsync).Describe(RouteDescriptions.Import);
        return api;
    }

    private static async Task<IResult> PostAsync(HttpContext http, ImportRun import, TimeProvider time, ILogger<ImportRun> log, string? mapping = null, string? source = null)
    {
        var now = time.GetUtcNow();
        var (file, problem) = await ImportUpload.ReceiveAsync(http.Request, http.RequestAborted);
        if (file is null)
        {
            return problem!;
        }

        await using (file)
        {
            var how = new ImportChoice(Blank(mapping), Blank(source));
            return await import.RunAsync(file, how, ApiCaller.Of(http).Person, now, null, http.RequestAborted) switch
            {
                ImportResult.Refused refused => Problem.Invalid("The file could not be read", refused.Errors),
                ImportResult.Ran { Failure: { } failure } ran => Broken(ran.Report, failure, log),
                ImportResult.Ran ran => WantsText(http.Request) ? TypedResults.Text(ImportText.Of(ran.Report), "text/plain", Encoding.UTF8) : TypedResults.Json(ran.Report, ImportReportJson.Wire.ImportReport),
                _ => throw new InvalidOperationException("An import is refused or runs."),
            };
        }
    }

    private static Problem Broken(ImportReport report, Exception failure, ILogger log)
    {
        Log.StoreFailed(log, failure, report.Results.Taken, report.Rows);
        return StoreTrouble.Of(failure) with
        {
            More = json =>
            {
                json.WritePropertyName("report"u8);
                JsonSerializer.Serialize(json, report, ImportReportJson.Wire.ImportReport);
            },
        };
    }

    // Whichever of the two comes first counts, JSON when neither is named.
    private static bool WantsText(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault(a => a.MediaType == "text/plain" || a.MediaType == "application/json")?.MediaType == "text/plain";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An import broke off: {Taken} of {Rows} rows read so far were taken, then this happened.")]
        public static partial void StoreFailed(ILogger log, Exception failure, int taken, int rows);
    }
}
