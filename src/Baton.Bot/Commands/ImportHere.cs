using Baton.Bot.Api;
using Baton.Bot.Import;
using Baton.Tables;

namespace Baton.Bot.Commands;

/// <summary>Imports into the store itself. What is to be delivered waits there for the server.</summary>
internal sealed class ImportHere(Func<CancellationToken, Task<ServiceProvider?>> open, ImportScreen screen)
{
    internal async Task<int> RunAsync(FileInfo path, ImportChoice how, CancellationToken cancellation)
    {
        try
        {
            return await TakeAsync(path, how, cancellation);
        }
        catch (TableUnavailableException failure)
        {
            return screen.Broken(failure.Message);
        }
    }

    private async Task<int> TakeAsync(FileInfo path, ImportChoice how, CancellationToken cancellation)
    {
        await using var services = await open(cancellation);
        if (services is null)
        {
            return ExitCodes.WrongConfiguration;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var file = path.OpenRead();
        var result = await screen.WatchAsync(
            file, progress => services.GetRequiredService<ImportRun>().RunAsync(file, how, ApiCaller.Local.Person, now, progress, cancellation));
        switch (result)
        {
            case ImportResult.Refused refused:
                screen.Refused(refused.Errors);
                return ExitCodes.Failed;
            case ImportResult.Ran ran:
                screen.Show(ran.Report);
                return ran.Failure is { } failure ? screen.Broken(failure.Message) : ran.Report.Results.Invalid > 0 ? ExitCodes.Failed : ExitCodes.Fine;
            default:
                throw new InvalidOperationException("An import is refused or runs.");
        }
    }
}
