using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Baton.Bot.Api;

/// <summary>
/// The document of the API. Not by <c>MapOpenApi</c>, whose route is compiled at each start, for a document that hardly anybody asks for
/// (<see href="https://learn.microsoft.com/aspnet/core/fundamentals/openapi/aspnetcore-openapi">OpenAPI documents in ASP.NET Core</see>).
/// </summary>
internal static class OpenApiEndpoint
{
    internal static void MapDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/openapi/{ApiRoutes.Document}.json", (RequestDelegate)ServeAsync).ExcludeFromDescription();

    private static async Task ServeAsync(HttpContext http)
    {
        var made = await http.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiRoutes.Document).GetOpenApiDocumentAsync(http.RequestAborted);
        var json = await made.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(json, http.RequestAborted);
    }
}
