namespace Baton.Bot.Api;

/// <summary>The API's routes.</summary>
internal static class ApiRoutes
{
    /// <summary>Where it is.</summary>
    internal const string Root = "/api";

    /// <summary>The name of its OpenAPI document.</summary>
    internal const string Document = "v1";

    /// <summary>Maps <c>/api</c>, <c>/healthz</c>, <c>/readyz</c> and <c>/openapi/v1.json</c>.</summary>
    internal static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).AddEndpointFilter<ProblemFilter>().AddEndpointFilter<ApiKeyFilter>();
        api.MapLeads().MapImport().MapOutcomes().MapHandoffs().MapActions().MapFunnel().MapDeadLetters().MapUnknown();
        routes.MapHealth();
        routes.MapDocument();
        return routes;
    }
}
