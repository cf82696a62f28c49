using System.Net.Http.Headers;
using System.Text.Json;
using Baton.Bot.Api;
using Baton.Bot.Import;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Commands;

/// <summary>Imports through a server that runs: the safe way while it does.</summary>
internal sealed class ImportThere(Uri server, string? key, ImportScreen screen)
{
    internal async Task<int> RunAsync(FileInfo path, ImportChoice how, CancellationToken cancellation)
    {
        // A large file takes as long as it takes; the person who waits can end it.
        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        await using var file = path.OpenRead();
        using var request = Request(file, how);
        try
        {
            using var response = await screen.WatchAsync(file, _ => http.SendAsync(request, cancellation));
            return await TellAsync(response, cancellation);
        }
        catch (HttpRequestException failure)
        {
            return screen.Broken($"{server} could not be reached: {failure.Message}");
        }
    }

    private HttpRequestMessage Request(FileStream file, ImportChoice how)
    {
        var query = new[] { ("mapping", how.Mapping), ("source", how.Source) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{ApiRoutes.Root}/leads/import?{string.Join('&', query)}", UriKind.Relative)) { Content = new StreamContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(ApiKeyFilter.Header, key);
        }

        return request;
    }

    private async Task<int> TellAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or Problem.ContentType))
        {
            return screen.Broken($"{server} answered {(int)response.StatusCode} and is no Baton.");
        }

        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        if (response.IsSuccessStatusCode)
        {
            var report = json.Deserialize(ImportReportJson.Wire.ImportReport)!;
            screen.Show(report);
            return report.Results.Invalid > 0 ? ExitCodes.Failed : ExitCodes.Fine;
        }

        if (json.RootElement.TryGetProperty("report", out var partly))
        {
            screen.Show(partly.Deserialize(ImportReportJson.Wire.ImportReport)!);
        }

        screen.Refused(Errors(json.RootElement));
        return screen.Broken($"{Text(json.RootElement, "title")}. {Text(json.RootElement, "detail")}", (int)response.StatusCode < 500 ? ExitCodes.Failed : ExitCodes.NoStore);
    }

    private static List<FieldError> Errors(JsonElement problem) => problem.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => new FieldError(Text(e, "field"), Text(e, "value"), Text(e, "rule")))]
        : [];

    private static string Text(JsonElement json, string name) => FieldError.Shown(json.TryGetProperty(name, out var value) ? value.GetString() : "");
}
