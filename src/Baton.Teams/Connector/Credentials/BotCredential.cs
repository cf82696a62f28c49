using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Baton.Teams.Connector.Credentials;

/// <summary>
/// Who Baton is to Entra, as the configuration says: a secret, a certificate, a token of another issuer that Entra trusts, or a managed identity
/// (https://learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration).
/// </summary>
internal static class BotCredential
{
    /// <summary>The credential; null when no token is needed.</summary>
    public static TokenCredential? Of(TeamsOptions options)
    {
        if (options.Auth == TeamsAuth.None)
        {
            return null;
        }

        var cloud = CloudAddresses.Of(options);
        var authority = cloud.Authority;
        return options switch
        {
            { ManagedIdentity: true } => Identity(options.AppId),
            { FederatedIdentity.Length: > 0 } => new ClientAssertionCredential(
                options.TenantId, options.AppId, AssertionOf(Identity(options.FederatedIdentity), cloud.ExchangeScope), Tuned(new ClientAssertionCredentialOptions(), authority)),
            { FederatedTokenFile.Length: > 0 } => new ClientAssertionCredential(
                options.TenantId, options.AppId, cancellation => File.ReadAllTextAsync(options.FederatedTokenFile, cancellation), Tuned(new ClientAssertionCredentialOptions(), authority)),
            { CertificatePath.Length: > 0 } => Certified(options, authority),
            _ => new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret, Tuned(new ClientSecretCredentialOptions(), authority)),
        };
    }

    private static ClientCertificateCredential Certified(TeamsOptions options, Uri authority)
    {
#pragma warning disable CA2000 // The credential keeps the certificate for as long as the process lives.
        var certificate = BotCertificate.Load(options);
#pragma warning restore CA2000
        return new ClientCertificateCredential(options.TenantId, options.AppId, certificate, Tuned(new ClientCertificateCredentialOptions(), authority));
    }

    private static ManagedIdentityCredential Identity(string clientId) => new(Tuned(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId)), null));

    private static Func<CancellationToken, Task<string>> AssertionOf(TokenCredential identity, string scope) =>
        async cancellation => (await identity.GetTokenAsync(new TokenRequestContext([scope]), cancellation)).Token;

    // The calls of Baton's own have their own tries; more of them here would outlast the limit.
    private static T Tuned<T>(T options, Uri? authority)
        where T : TokenCredentialOptions
    {
        options.Retry.MaxRetries = 1;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(3);
        if (authority is { IsLoopback: true })
        {
            options.AuthorityHost = new UriBuilder(authority) { Scheme = Uri.UriSchemeHttps }.Uri;
            options.Transport = new HttpClientTransport(PlainOnThisMachine.Client);
            WithoutDiscovery(options);
        }
        else if (authority is not null)
        {
            options.AuthorityHost = authority;
        }

        return options;
    }

    // It would ask Microsoft whether this machine is one of Microsoft's.
    private static void WithoutDiscovery(TokenCredentialOptions options)
    {
        switch (options)
        {
            case ClientSecretCredentialOptions it:
                it.DisableInstanceDiscovery = true;
                break;
            case ClientCertificateCredentialOptions it:
                it.DisableInstanceDiscovery = true;
                break;
            case ClientAssertionCredentialOptions it:
                it.DisableInstanceDiscovery = true;
                break;
        }
    }
}
