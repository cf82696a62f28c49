using Microsoft.AspNetCore.Http;

namespace Baton.Web.Dashboard.Http;

/// <summary>Lets no page of the dashboard be kept, framed, or load or send anything to elsewhere, and tells of trouble with the store as a page.</summary>
/// <param name="isPassing">Whether a failure is one of the store's that passes.</param>
internal sealed class DashboardGuard(Func<Exception, bool> isPassing) : IEndpointFilter
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (isPassing(failure))
        {
            headers.RetryAfter = "60";
            return Notices.StoreTrouble(http);
        }
    }
}
