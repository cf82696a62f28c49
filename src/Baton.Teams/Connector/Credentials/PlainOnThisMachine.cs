namespace Baton.Teams.Connector.Credentials;

/// <summary>
/// Speaks plain HTTP with this machine: Azure's library asks for tokens over HTTPS only, and what stands in for Entra here has no certificate. Nothing else goes this way:
/// an authority is another than Microsoft's only when it is on loopback.
/// </summary>
internal sealed class PlainOnThisMachine : DelegatingHandler
{
    private PlainOnThisMachine(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>The client that does so; it lives as long as the process.</summary>
    public static HttpClient Client { get; } = new(new PlainOnThisMachine(new SocketsHttpHandler { AllowAutoRedirect = false }), disposeHandler: true);

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsLoopback: true } address)
        {
            throw new HttpRequestException("Only this machine is spoken to in this way.");
        }

        request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
