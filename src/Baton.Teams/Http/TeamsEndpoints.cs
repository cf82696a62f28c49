using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Http;

/// <summary>The route that Teams calls.</summary>
public static class TeamsEndpoints
{
    /// <summary>Where activities arrive.</summary>
    public const string Messages = "/api/messages";

    /// <summary>Maps it when Teams is on.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<TeamsOptions>() is { IsOn: true })
        {
            var door = routes.ServiceProvider.GetRequiredService<TeamsDoor>();
            routes.MapPost(Messages, (RequestDelegate)door.TakeAsync).ExcludeFromDescription();
        }

        return routes;
    }
}
