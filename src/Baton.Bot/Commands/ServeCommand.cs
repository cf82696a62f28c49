using System.CommandLine;
using Baton.Bot.Composition;

namespace Baton.Bot.Commands;

/// <summary><c>baton serve</c>: the real thing.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, such as http://127.0.0.1:3978 (that is the default)." };
        var command = new Command("serve", "Run Baton with the configured store and platforms.") { urls };
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? urls, CancellationToken cancellation)
    {
        var configuration = BatonConfiguration.Load();
        if (SettingsReader.ReadOrExplain(configuration) is not { } settings)
        {
            return ExitCodes.WrongConfiguration;
        }

        return await BatonHost.RunAsync(configuration, settings, urls, TimeProvider.System, new(), _ => { }, cancellation);
    }
}
