using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Baton.EndToEnd.Processes;

/// <summary>The real program, as it was built, in a process of its own on a loopback port that the system chose.</summary>
internal sealed partial class BatonProcess : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly Process process;
    private readonly Output output = new();

    private BatonProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
    }

    /// <summary>What it wrote so far.</summary>
    public string Written => output.Text;

    /// <summary>Whether it ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new(AnyPort);

    /// <summary>Starts a command and waits for nothing.</summary>
    /// <param name="folder">Its working folder, where it looks for an appsettings.json.</param>
    /// <param name="arguments">The command line.</param>
    public static BatonProcess Start(string folder, params string[] arguments) => Start(folder, NoVariables, arguments);

    private static BatonProcess Start(string folder, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "baton"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var baton = new BatonProcess(new Process { StartInfo = start });
        baton.process.Start();
        baton.process.BeginOutputReadLine();
        baton.process.BeginErrorReadLine();
        return baton;
    }

    /// <summary>Starts <c>serve</c> or <c>demo</c> and waits until it listens.</summary>
    public static Task<BatonProcess> ListeningAsync(string folder, params string[] arguments) => ListeningAsync(folder, NoVariables, arguments);

    /// <summary>The same, with environment variables of its own.</summary>
    public static async Task<BatonProcess> ListeningAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var baton = Start(folder, variables, [.. arguments, "--urls", AnyPort]);
        try
        {
            await Until.HoldsAsync("baton listens", () => Task.FromResult(Listening().IsMatch(baton.Written) || baton.HasEnded), StartPatience, () => baton.Written);
            Assert.True(Listening().Match(baton.Written) is { Success: true } line, $"It ended with {(baton.HasEnded ? baton.process.ExitCode : 0)}:\n{baton.Written}");
            baton.Address = new Uri(Listening().Match(baton.Written).Groups["address"].Value);
            return baton;
        }
        catch
        {
            await baton.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client for it.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Ends it as a power failure would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, SIGTERM, and answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await EndedAsync();
    }

    /// <summary>Stands still, as a machine does that is moved or starved: SIGSTOP.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Goes on as if nothing had happened: SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Waits until it ends by itself and answers its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        using var limit = new CancellationTokenSource(StopPatience, TimeProvider.System);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
