using Baton.Bot.Composition;

namespace Baton.Bot.Commands;

/// <summary><c>baton doctor --live</c>: asks the server of this machine whether it lives, for containers that have no other program to ask with.</summary>
internal static class LiveCheck
{
    // Shorter than what the image's own check allows.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Asks the first configured address; answers the exit code.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        var url = (configuration["urls"] ?? BatonHost.DefaultUrl).Split(';')[0];
        if (!Uri.TryCreate(LoopbackOf(url), UriKind.Absolute, out var server))
        {
            await System.Console.Error.WriteLineAsync($"urls is \"{url}\"; expected an address such as {BatonHost.DefaultUrl}");
            return ExitCodes.WrongConfiguration;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri(server, "/healthz"), cancellation);
            return response.IsSuccessStatusCode ? ExitCodes.Fine : ExitCodes.Failed;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            await System.Console.Error.WriteLineAsync($"{server} does not answer: {error.Message}");
            return ExitCodes.Failed;
        }
    }

    // What listens on every address is asked on this machine's own.
    private static string LoopbackOf(string url) => url.Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//[::1]", StringComparison.Ordinal);
}
