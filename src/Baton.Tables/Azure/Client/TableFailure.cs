using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Makes a failure of an answer. Its code is in a header, in a JSON body (errors of tables), in an XML body (errors of signatures and
/// versions), or nowhere (https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2).
/// </summary>
internal static class TableFailure
{
    /// <summary>Where the code is looked for first.</summary>
    public const string CodeHeader = "x-ms-error-code";

    private const string RequestHeader = "x-ms-request-id";

    /// <summary>The failure that an answer tells of. Its message holds the service's words, which may repeat what was asked: it is not for logs.</summary>
    /// <param name="response">An answer with its body.</param>
    public static RequestFailedException Of(Response response)
    {
        var (code, message) = Read(Body(response));
        response.Headers.TryGetValue(RequestHeader, out var request);
        return Of(response.Status, response.Headers.TryGetValue(CodeHeader, out var header) ? header : code, message, request);
    }

    /// <summary>The failure that a part of a transaction's answer tells of.</summary>
    /// <param name="part">The part.</param>
    public static TableTransactionFailedException Of(TransactionPart part)
    {
        var (code, message) = Read(part.Body);
        return new TableTransactionFailedException(Of(part.Status, part.ErrorCode ?? code, message, null), Index(message));
    }

    /// <summary>The code of an answer; null when it says none.</summary>
    /// <param name="response">An answer with its body.</param>
    public static string? CodeOf(Response response) =>
        response.Headers.TryGetValue(CodeHeader, out var header) ? header : Read(Body(response)).Code;

    private static RequestFailedException Of(int status, string? code, string? message, string? request) =>
        new(status, $"{message ?? "The service gave no reason."} (Status {status}, code {code ?? "none"}, request {request ?? "unnamed"}.)", code, null);

    private static string Body(Response response) => response.ContentStream is null ? "" : response.Content.ToString();

    // The message of a failed transaction begins with the number of the action: "1:The specified entity already exists."
    private static int? Index(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), out var index) ? index : null;
    }

    private static (string? Code, string? Message) Read(string body)
    {
        var text = body.AsSpan().TrimStart();
        if (text.Length == 0)
            return default;
        try
        {
            return text[0] == '{' ? ReadJson(body) : text[0] is '<' or '\uFEFF' ? ReadXml(body) : default;
        }
        catch (Exception unreadable) when (unreadable is JsonException or XmlException or InvalidOperationException)
        {
            // A gateway's page, or half an answer: the status has to do.
            return default;
        }
    }

    private static (string? Code, string? Message) ReadJson(string body)
    {
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("odata.error", out var error))
            return default;
        var message = error.TryGetProperty("message", out var said) && said.TryGetProperty("value", out var value) ? value.GetString() : null;
        return (error.TryGetProperty("code", out var code) && code.GetString() is { Length: > 0 } name ? name : null, message);
    }

    private static (string? Code, string? Message) ReadXml(string body)
    {
        var root = XDocument.Parse(body.TrimStart('\uFEFF', ' ', '\r', '\n')).Root;
        return (Child("code"), Child("message"));

        string? Child(string name) => root?.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { Length: > 0 } value ? value : null;
    }
}
