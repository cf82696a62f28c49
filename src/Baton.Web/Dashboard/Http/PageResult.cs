using System.Net.Mime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Web.Dashboard.Http;

/// <summary>A page, rendered when it is sent (https://learn.microsoft.com/aspnet/core/blazor/components/render-components-outside-of-aspnet-core).</summary>
/// <typeparam name="T">The page.</typeparam>
/// <param name="status">The HTTP status.</param>
/// <param name="parameters">What the page shows.</param>
internal sealed class PageResult<T>(int status, Dictionary<string, object?> parameters) : IResult
    where T : IComponent
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await httpContext.Response.WriteAsync(page, httpContext.RequestAborted);
    }
}
