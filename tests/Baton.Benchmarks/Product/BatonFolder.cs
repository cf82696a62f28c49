using Baton.Benchmarks.Running;
using Microsoft.Extensions.Configuration;

namespace Baton.Benchmarks.Product;

/// <summary>A working folder of Baton: the demo's people, rules and console, and a store of its own.</summary>
internal sealed class BatonFolder
{
    /// <summary>A colleague who is in every pool of the demo's rules.</summary>
    public const string Rep = "ishii@baton.example";

    private readonly string folder;
    private readonly (string Connection, string Prefix)? account;

    /// <summary>A folder with the demo's configuration.</summary>
    /// <param name="folder">The folder, made when it is not there.</param>
    /// <param name="account">An account of table storage, and what its tables' names begin with; null for a file in the folder.</param>
    public BatonFolder(string folder, (string Connection, string Prefix)? account = null)
    {
        this.folder = folder;
        this.account = account;
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "appsettings.Demo.json"), Path.Combine(folder, "appsettings.json"));
    }

    public string Store => Path.Combine(folder, "baton.db");

    private string Connection => account?.Connection ?? $"Data Source={Store}";

    private string Prefix => account?.Prefix ?? "";

    /// <summary>What the process would read here.</summary>
    public IConfiguration Configuration => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(folder, "appsettings.json"))
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Connection"] = Connection, ["Store:TablePrefix"] = Prefix })
        .Build();

    /// <summary>Runs another command of Baton here, to its end.</summary>
    public Task RunAsync(Published baton, IEnumerable<string> arguments, CancellationToken cancellation) =>
        Tool.RunAsync(folder, "dotnet", [baton.Program, .. arguments], cancellation, ("Store__Connection", Connection));

    /// <summary>Runs another command of Baton here, to its end; tells seconds and the most memory.</summary>
    public Task<(double Seconds, double Mebibytes)> MeasureAsync(Published baton, IEnumerable<string> arguments, CancellationToken cancellation) =>
        MeasuredRun.OfAsync(folder, "dotnet", [baton.Program, .. arguments], cancellation, ("Store__Connection", Connection));

    /// <summary>Starts <c>baton serve</c> as it is published, and waits until it is ready.</summary>
    /// <param name="baton">The program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="more">Variables beside the usual ones.</param>
    public Task<ServerProcess> ServeAsync(Published baton, CancellationToken cancellation, params (string Name, string Value)[] more)
    {
        var settings = ServerSettings.Of(folder, [("Store__Connection", Connection), ("Store__TablePrefix", Prefix), ("DOTNET_ENVIRONMENT", "Production"), ("urls", "http://127.0.0.1:{port}"), .. more]);
        return ServerProcess.StartAsync("dotnet", [baton.Program, "serve", "--urls", settings.Url], settings, BatonRoutes.Ready, cancellation);
    }
}
