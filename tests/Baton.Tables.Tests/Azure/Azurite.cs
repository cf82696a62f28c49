using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Baton.Tables.Tests.Azure;

/// <summary>
/// Microsoft's own emulator of table storage, in a process and in memory of its own, on a loopback port that the system chose.
/// It ends with whoever started it.
/// </summary>
/// <remarks>Projects that link this file say where its packages are: <c>NodePackages</c>, and <c>AssemblyMetadata</c> named <c>AzuriteFolder</c>.</remarks>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's well-known account.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>Its well-known key: no secret, the same in every installation (https://learn.microsoft.com/azure/storage/common/storage-use-azurite).</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private Azurite(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The process, for tests that stop it for a while or end it.</summary>
    public int ProcessId => process.Id;

    /// <summary>The account's address.</summary>
    public Uri Endpoint => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/{Account}"));

    /// <summary>What <c>Store:Connection</c> would be.</summary>
    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint};";

    private static string Folder => typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;

    /// <summary>Starts an empty one and waits until it listens.</summary>
    public static async Task<Azurite> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", "azurite.cjs") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            using var limit = new CancellationTokenSource(StartPatience, TimeProvider.System);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (Listening().Match(line) is { Success: true } said)
                {
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new Azurite(process, int.Parse(said.Groups["port"].Value, CultureInfo.InvariantCulture));
                }
            }

            throw new InvalidOperationException($"The emulator in {Folder} ended before it listened.");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it, with everything in it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"^listening on (?<port>\d+)$")]
    private static partial Regex Listening();
}
