using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Baton.Tables.Azure.Client;

/// <summary>Adds a shared access signature to the address of each request, once.</summary>
/// <param name="credential">The signature, with or without its question mark.</param>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        var signature = credential.Signature.TrimStart('?');
        uri.Query = uri.Query.Length <= 1 ? signature : $"{uri.Query.TrimStart('?')}&{signature}";
    }
}
