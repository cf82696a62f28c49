using System.Net.WebSockets;
using Baton.Slack.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Sockets;

/// <summary>
/// Keeps sockets to Slack open, so that no address of Baton's has to be public. Each is replaced before it ends: the new one is open before the old one is given up.
/// One that Slack does not take because there are too many is closed, and tried again after pauses that grow. What only a person can mend ends it, with the reason in the log and in <c>/readyz</c>.
/// </summary>
internal sealed partial class SocketMode(SocketAddress address, Reception reception, SlackHealth health, SlackOptions options, TimeProvider time, ILogger<SocketMode> logger) : BackgroundService
{
    /// <summary>How long opening may take, until Slack has said hello.</summary>
    public static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(20);

    /// <summary>How long an old socket may go on after its successor is open; Slack closes it before.</summary>
    public static readonly TimeSpan RunOut = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource ending = new();

    // How many are open, how many were refused last because there are too many, and whether none can be had any more. Changed by each keeper; guarded by the gate, under which health is told of them too: the last word is the reason of the end.
    private readonly Lock gate = new();
    private int open;
    private int refused;
    private bool isOver;

    /// <inheritdoc />
    public override void Dispose()
    {
        ending.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, ending.Token);
        health.Sockets("No socket to Slack is open yet.");
        await Task.WhenAll(Enumerable.Range(0, options.Sockets).Select(_ => KeepAsync(stop.Token)));
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        var (ended, crowd) = (SocketEnd.Closed, new Crowd());
        var (lines, runningOut) = (new List<SocketLine>(), new List<Task>());
        try
        {
            while (await OpenAsync(crowd, stop) is { } next)
            {
                runningOut.RemoveAll(t => t.IsCompleted);
                runningOut.AddRange(lines.Select(old => RunOutAsync(old, ended == SocketEnd.Refresh, stop)));
                lines = [next];
                Count(1, crowd);
                ended = await next.End.WaitAsync(stop);
                crowd.Times = ended == SocketEnd.TooMany ? crowd.Times + 1 : 0;
                if (ended != SocketEnd.Refresh)
                {
                    Count(-1, crowd, ended == SocketEnd.TooMany);
                }

                if (ended == SocketEnd.TooMany)
                {
                    lines = [];
                    await GiveUpAsync(next);
                }
                else if (ended == SocketEnd.SwitchedOff)
                {
                    await StopAsync("link_disabled: Socket Mode was switched off (api.slack.com/apps > Socket Mode). Switch it on and start Baton again, or remove Slack:AppToken and let Slack call over HTTP.");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process ends, or another socket found that none can be had.
        }

        await Task.WhenAll([.. runningOut, .. lines.Select(GiveUpAsync)]);
    }

    private async Task<SocketLine?> OpenAsync(Crowd crowd, CancellationToken stop)
    {
        if (crowd.Times > 0)
        {
            await Task.Delay(WaitOf(crowd.Times), time, stop);
        }

        for (var tries = crowd.Times + 1; ; tries++)
        {
            TimeSpan? wait = null;
            switch (await address.AskAsync(stop))
            {
                case SocketAddress.Reading.Found found:
                    if (await TryAsync(found.Url, crowd, stop) is { } line)
                    {
                        return line;
                    }

                    break;
                case SocketAddress.Reading.Later later:
                    wait = later.Wait;
                    break;
                case SocketAddress.Reading.Refused refused:
                    await StopAsync(refused.Why);
                    return null;
            }

            await Task.Delay(wait ?? WaitOf(tries), time, stop);
        }
    }

    private async Task<SocketLine?> TryAsync(Uri url, Crowd crowd, CancellationToken stop)
    {
        SocketLine? line = new(reception, time, logger);
        using var limit = new CancellationTokenSource(OpenLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await line.OpenAsync(url, either.Token);
            var opened = line;
            line = null;
            return opened;
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or HttpRequestException or IOException)
        {
            stop.ThrowIfCancellationRequested();
            if (line is { End.IsCompletedSuccessfully: true } && await line.End == SocketEnd.TooMany)
            {
                Count(0, crowd, true);
            }
            else
            {
                Log.NotOpened(logger, error.GetType().Name);
            }

            return null;
        }
        finally
        {
            await (line?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task RunOutAsync(SocketLine line, bool isOpen, CancellationToken stop)
    {
        await line.RunOutAsync(RunOut, stop);
        await line.DisposeAsync();
        if (isOpen)
        {
            Count(-1, null);
        }
    }

    private static async Task GiveUpAsync(SocketLine line)
    {
        await line.CloseAsync();
        await line.DisposeAsync();
    }

    private async Task StopAsync(string why)
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            isOver = true;
            health.Sockets($"No socket to Slack can be opened. {why}");
        }

        Log.Stopped(logger, why);
        await ending.CancelAsync();
    }

    // A keeper whose socket opens was taken after all; one whose old socket has run out says nothing of the next.
    private void Count(int change, Crowd? crowd, bool isTooMany = false)
    {
        int now;
        lock (gate)
        {
            now = open += change;
            if (crowd is not null && crowd.IsRefused != isTooMany)
            {
                crowd.IsRefused = isTooMany;
                refused += isTooMany ? 1 : -1;
            }

            if (!isOver)
            {
                health.Sockets(Problem());
            }
        }

        if (isTooMany)
        {
            Log.TooMany(logger, options.Sockets, SlackOptionsValidator.MostSockets);
        }
        else if (change > 0)
        {
            Log.Opened(logger, now);
        }
    }

    private string? Problem() => refused > 0 ? $"too_many_websockets: Slack takes {SlackOptionsValidator.MostSockets} sockets of an app at once, and this one has more. Lower Slack:Sockets, which is {options.Sockets} here, or run fewer processes: sockets times processes must be at most {SlackOptionsValidator.MostSockets}. Open here: {open}."
        : open > 0 ? null
        : "No socket to Slack is open. Baton goes on trying; if that lasts, look at its log and at status.slack.com.";

    // Doubled each time, less up to half of it by chance, so that many that lost Slack at once do not come back at once.
    private static TimeSpan WaitOf(int tries) =>
        TimeSpan.FromTicks((long)(Math.Min(FirstWait.Ticks * Math.Pow(2, Math.Min(tries - 1, 20)), LongestWait.Ticks) * (1 - (0.5 * Random.Shared.NextDouble()))));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A socket to Slack is open; there are {Count}.")]
        public static partial void Opened(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "A socket to Slack could not be opened ({Why}); it is tried again.")]
        public static partial void NotOpened(ILogger logger, string why);

        [LoggerMessage(3, LogLevel.Critical, "No socket to Slack can be opened, and trying again is of no use until somebody changes that: {Why}")]
        public static partial void Stopped(ILogger logger, string why);

        [LoggerMessage(4, LogLevel.Warning, "Slack does not take one more socket of this app (too_many_websockets); it is tried again later. Lower Slack:Sockets ({Sockets}) or the number of processes: sockets times processes must be at most {Most}.")]
        public static partial void TooMany(ILogger logger, int sockets, int most);
    }

    /// <summary>What one keeper knows of there being too many.</summary>
    private sealed class Crowd
    {
        /// <summary>How often in a row its open socket ended by that; the keeper's own.</summary>
        public int Times { get; set; }

        /// <summary>Whether its last socket was not taken; guarded by the gate.</summary>
        public bool IsRefused { get; set; }
    }
}
