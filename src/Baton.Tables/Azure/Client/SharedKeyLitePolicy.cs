using Azure.Core;
using Azure.Core.Pipeline;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Signs each attempt with the account's key, anew: a signature is good for 15 minutes only. Scheme <c>SharedKeyLite</c> of the table
/// service: date, line feed, <c>/account</c> and the path exactly as it is sent, and of the query nothing but <c>comp</c>
/// (https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).
/// </summary>
/// <param name="credential">Signs.</param>
/// <param name="time">Dates.</param>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "SharedKeyLite";

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("r");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"{Scheme} {credential.Sign(StringToSign(date, credential.AccountName, message.Request.Uri.ToUri()))}");
    }

    /// <summary>What is signed of a request.</summary>
    /// <param name="date">Its <c>x-ms-date</c>.</param>
    /// <param name="account">The account that signs.</param>
    /// <param name="uri">Where it goes. Where the account is in the path (emulator), it is there twice.</param>
    internal static string StringToSign(string date, string account, Uri uri)
    {
        var comp = uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        return $"{date}\n/{account}{uri.AbsolutePath}{(comp is null ? "" : "?" + comp)}";
    }
}
