using System.Globalization;
using System.Text;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// A transaction as a multipart request: one changeset, addresses that are absolute, lines that end in CR LF, a blank line after each
/// part's headers even where no body follows (https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
internal static class TransactionBody
{
    /// <summary>The body and the content type that names its boundary.</summary>
    /// <param name="account">The account's address, ending in a slash.</param>
    /// <param name="requests">What is done, in order.</param>
    public static (byte[] Body, string ContentType) Of(Uri account, IReadOnlyList<EntityRequest> requests)
    {
        var (batch, changeset) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        using var body = new MemoryStream(requests.Count * 1024);
        Text(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeset}\r\n\r\n");
        foreach (var request in requests)
            Part(body, changeset, account, request);
        Text(body, $"--{changeset}--\r\n--{batch}--\r\n");
        return (body.ToArray(), $"multipart/mixed; boundary={batch}");
    }

    private static void Part(MemoryStream body, string changeset, Uri account, EntityRequest request)
    {
        Text(body, $"--{changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Text(body, $"{request.Method} {account.AbsoluteUri}{request.Address} HTTP/1.1\r\nAccept: {EntityJson.MediaType}\r\nDataServiceVersion: {TablePipeline.DataServiceVersion}\r\n");
        if (request.IfMatch is { } etag)
            Text(body, $"If-Match: {etag.ToString("H")}\r\n");
        if (request.Body is { } json)
        {
            Text(body, "Content-Type: application/json\r\nPrefer: return-no-content\r\n\r\n");
            body.Write(json);
        }
        else
        {
            Text(body, "\r\n");
        }

        Text(body, "\r\n");
    }

    private static void Text(MemoryStream body, FormattableString text) => body.Write(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Text(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
