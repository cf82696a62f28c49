using Baton.Slack.Installing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Http;

/// <summary>The routes that Slack calls, and those of an installation by a click.</summary>
public static class SlackEndpoints
{
    /// <summary>Slash commands.</summary>
    public const string Commands = "/slack/commands";

    /// <summary>Buttons, modals and shortcuts.</summary>
    public const string Interactivity = "/slack/interactivity";

    /// <summary>The Events API.</summary>
    public const string Events = "/slack/events";

    /// <summary>Maps them when Slack is on and calls over HTTP; over sockets there is nothing to call. An installation by a click is the same for both.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetService<SlackOptions>();
        if (options is { InstallsByClick: true })
        {
            routes.MapSlackInstallation();
        }

        if (options is not { IsOn: true, UsesSockets: false })
        {
            return routes;
        }

        var door = routes.ServiceProvider.GetRequiredService<SlackDoor>();
        Map(routes, Commands, door.CommandAsync);
        Map(routes, Interactivity, door.InteractionAsync);
        Map(routes, Events, door.EventAsync);
        return routes;
    }

    private static void Map(IEndpointRouteBuilder routes, string path, RequestDelegate take) =>
        routes.MapPost(path, take).ExcludeFromDescription();
}
