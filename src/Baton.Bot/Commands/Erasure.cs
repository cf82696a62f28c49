using Baton.Handoffs.Erasing;
using Baton.Handoffs.Leads;
using Baton.Tables;

namespace Baton.Bot.Commands;

/// <summary>Erases in the store itself. A server that runs on the same store goes on, and brings the cards on the platforms up to date.</summary>
internal sealed class Erasure(Func<CancellationToken, Task<ServiceProvider?>> open, EraseScreen screen)
{
    internal async Task<int> RunAsync(EmailAddress email, bool yes, bool mayReturn, CancellationToken cancellation)
    {
        try
        {
            await using var services = await open(cancellation);
            if (services is null)
            {
                return ExitCodes.WrongConfiguration;
            }

            var desk = services.GetRequiredService<ErasureDesk>();
            if (!yes)
            {
                screen.Would(await desk.LookAsync(email, cancellation));
                return ExitCodes.Fine;
            }

            screen.Did(await desk.EraseAsync(email, mayReturn, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation));
            if (services.GetService<ITableScrub>() is { } scrub)
            {
                await scrub.ScrubAsync(cancellation);
                screen.Scrubbed();
            }

            return ExitCodes.Fine;
        }
        catch (TableUnavailableException failure)
        {
            return screen.Broken(failure.Message);
        }
        catch (TimeoutException failure)
        {
            return screen.Broken(failure.Message);
        }
    }
}
