using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Web.Console.Http;

/// <summary>The console's routes.</summary>
public static class ConsoleEndpoints
{
    /// <summary>Where the console is.</summary>
    public const string Root = "/console";

    /// <summary>Maps <c>/console</c>: the client and what it calls. Maps nothing unless <see cref="ConsoleOptions.Enabled"/>.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<ConsoleOptions>>().Value.Enabled)
        {
            return routes;
        }

        var console = routes.MapGroup(Root).AddEndpointFilter<ConsoleGuard>().ExcludeFromDescription();
        console.MapGet("/{**path}", ConsoleClient.Serve);
        var api = console.MapGroup("/api");
        api.MapGet("/me", ConsoleReads.Me);
        api.MapGet("/places", ConsoleReads.PlacesAsync);
        api.MapGet("/places/{place}/messages", ConsoleReads.MessagesAsync);
        api.MapGet("/stream", ConsoleStream.Open);
        api.MapPost("/invoke", ConsoleInvoke.HandleAsync);
        api.MapPost("/say", ConsoleSay.HandleAsync);
        return routes;
    }
}
