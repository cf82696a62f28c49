using System.CommandLine;
using Baton.Bot.Composition;
using Baton.Bot.Import;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary><c>baton import</c>: takes the leads of a CSV file, into the store itself or through a server that runs.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command for the configured store.</summary>
    public static Command Create() => Create(OpenStore.AsConfiguredAsync);

    /// <summary>Makes the command.</summary>
    /// <param name="open">Opens the product on its store; null after telling why it cannot.</param>
    /// <param name="console">Where it is shown; the process's own console when left out.</param>
    public static Command Create(Func<CancellationToken, Task<ServiceProvider?>> open, IAnsiConsole? console = null)
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file in UTF-8, UTF-16 or CP932." }.AcceptExistingOnly();
        var mapping = new Option<string?>("--mapping") { Description = "What the columns mean: hubspot, salesforce, baton or one of Import:Mappings. Recognised by the headings when left out." };
        var source = new Option<string?>("--source") { Description = "The source of every lead, over what the file says." };
        var url = new Option<string?>("--url") { Description = "A server that runs, such as " + BatonHost.DefaultUrl + ". Without it the store is opened here: stop the server first." };
        var key = new Option<string?>("--api-key") { Description = "The server's API key; BATON_API_KEY when left out." };
        url.Validators.Add(result =>
        {
            if (Address(result.GetValueOrDefault<string?>()) is null)
            {
                result.AddError($"--url must be an address such as {BatonHost.DefaultUrl}.");
            }
        });
        var command = new Command("import", "Take the leads of a CSV file.") { file, mapping, source, url, key };
        command.SetAction((given, cancellation) =>
        {
            var how = new ImportChoice(given.GetValue(mapping), given.GetValue(source));
            var screen = new ImportScreen(console ?? AnsiConsole.Console);
            return Address(given.GetValue(url)) is { } server
                ? new ImportThere(server, given.GetValue(key) ?? Environment.GetEnvironmentVariable("BATON_API_KEY"), screen).RunAsync(given.GetValue(file)!, how, cancellation)
                : new ImportHere(open, screen).RunAsync(given.GetValue(file)!, how, cancellation);
        });
        return command;
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
