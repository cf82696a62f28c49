using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Teams;

/// <summary>
/// Microsoft 365 Agents Playground, Microsoft's own emulator of Teams, in a process of its own: a team with two channels, a chat with the bot, and a page that shows them. It sends no tokens,
/// shows one view of a card to everybody and opens no dialogs; all else goes over the real wire.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    /// <summary>The channel that every team has; here sales works in it.</summary>
    public const string Sales = "19:team@thread.tacv2";

    /// <summary>The other channel.</summary>
    public const string Marketing = "19:marketing@thread.tacv2";

    /// <summary>Who sits before the page.</summary>
    public const string Robin = "user-id-0";

    /// <summary>A colleague.</summary>
    public const string Ren = "user-id-1";

    private static readonly string Folder = typeof(Playground).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NodeFolder").Value!;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;

    private Playground(Process process, int port) => (this.process, Page) = (process, new Uri($"http://localhost:{port}"));

    /// <summary>The page.</summary>
    public Uri Page { get; }

    /// <summary>The connector of an emulator at that port.</summary>
    public static string Connector(int port) => $"http://localhost:{port}/_connector";

    /// <summary>A port that is free now, below those that the system gives to outgoing connections: a client that waits for the emulator would take it itself.</summary>
    public static int FreePort()
    {
        for (var port = 20_000 + (Environment.ProcessId % 5_000); ; port++)
        {
            using var listener = new TcpListener(IPAddress.IPv6Any, port) { Server = { DualMode = true } };
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it: the next one.
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="bot">Where activities are sent to.</param>
    public static async Task<Playground> StartAsync(string folder, int port, Uri bot)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), PlaygroundTeam.Text);
        var cli = Path.Combine(Folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var start = new ProcessStartInfo("node", [cli, "-e", new Uri(bot, "/api/messages").ToString(), "-c", "msteams", "--dt", "-p", $"{port}"]) { WorkingDirectory = folder };
        start.Environment["BROWSER"] = "none";
        var playground = new Playground(Process.Start(start)!, port);
        using var client = new HttpClient { BaseAddress = playground.Page };
        await Until.HoldsAsync("the emulator listens", async () => await AnswersAsync(client), Patience, () => $"It ended: {playground.process.HasExited}");
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
