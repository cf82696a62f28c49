using Baton.Handoffs.Leads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary>
/// The file of an upload, as the body itself or as the first file of a form. It is read twice, so it goes to a temporary file beyond a few
/// kilobytes; that file is deleted with the stream.
/// </summary>
internal static class ImportUpload
{
    /// <summary>The largest file, in bytes.</summary>
    internal const long MaxBytes = 256L * 1024 * 1024;

    private const int InMemory = 64 * 1024;
    private const int MaxBoundary = 70; // RFC 2046, 5.1.1

    private static readonly string[] Types = ["text/csv", "text/plain", "text/tab-separated-values", "application/csv", "application/vnd.ms-excel", "application/octet-stream"];

    /// <summary>Receives the file.</summary>
    /// <returns>The file at its start, or why there is none.</returns>
    internal static async Task<(Stream? File, Problem? Problem)> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        if (request.ContentLength > MaxBytes)
        {
            return (null, BodyProblems.TooLarge($"{MaxBytes / 1024 / 1024} MiB"));
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, WrongType);
        }

        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Types.Any(t => type.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase)) ? await SpoolAsync(request.Body, cancellation) : (null, WrongType);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= MaxBoundary } ? await FirstFileAsync(new MultipartReader(boundary, request.Body), cancellation) : (null, WrongType);
    }

    private static Problem WrongType => BodyProblems.WrongType("the file as text/csv, or as a file of multipart/form-data");

    private static Problem NoFile => Problem.Invalid("The form holds no file", new FieldError("file", "", "a part with a file name"));

    private static async Task<(Stream? File, Problem? Problem)> FirstFileAsync(MultipartReader parts, CancellationToken cancellation)
    {
        try
        {
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
                {
                    return await SpoolAsync(part.Body, cancellation);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, NoFile);
        }

        return (null, NoFile);
    }

    private static async Task<(Stream? File, Problem? Problem)> SpoolAsync(Stream body, CancellationToken cancellation)
    {
        var file = new FileBufferingReadStream(body, InMemory, null, Path.GetTempPath());
        try
        {
            await file.DrainAsync(cancellation);
            file.Position = 0;
            return (file, null);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
