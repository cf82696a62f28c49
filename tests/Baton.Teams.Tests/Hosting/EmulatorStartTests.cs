using Baton.Bot.Commands;
using Baton.Bot.Composition;
using Baton.Handoffs.Handoffs.Desk;
using Microsoft.Extensions.Configuration;

namespace Baton.Teams.Tests.Hosting;

/// <summary>A process that would believe strangers does not start.</summary>
public sealed class EmulatorStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-teams-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Outside_development_nothing_is_served_without_tokens()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Connection"] = $"Data Source={Path.Combine(folder, "baton.db")}",
            ["Console:Enabled"] = "true",
            ["Console:Places:0:Id"] = "sales",
            ["Console:Places:0:Name"] = "sales",
            ["Console:Places:1:Id"] = "marketing",
            ["Console:Places:1:Name"] = "marketing",
            ["Console:Places:1:Kind"] = "Marketing",
            ["Teams:Auth"] = "None",
        }).Build();
        var (settings, errors) = SettingsReader.Read(configuration);
        Assert.Empty(errors);

        Assert.Equal(ExitCodes.WrongConfiguration, await BatonHost.RunAsync(configuration, settings!, "http://127.0.0.1:0", TimeProvider.System, new Pulse(), _ => { }, CancellationToken.None));
    }
}
