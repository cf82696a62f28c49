using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Baton.Benchmarks.Running;

/// <summary>How a server is started.</summary>
/// <param name="Folder">Its working folder.</param>
/// <param name="Port">Where it listens, on loopback.</param>
/// <param name="Environment">Variables beside those of this process.</param>
internal sealed record ServerSettings(string Folder, int Port, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Settings with a port that is free now.</summary>
    public static ServerSettings Of(string folder, params (string Name, string Value)[] environment)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var all = environment.ToDictionary(e => e.Name, e => e.Value.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return new ServerSettings(folder, port, all);
    }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
}
