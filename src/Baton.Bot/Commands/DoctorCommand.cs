using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Baton.Bot.Composition;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.People;
using Baton.Tables;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary><c>baton doctor</c>: looks at configuration, store, clock, ports, Slack, Teams and webhooks, and says what to do.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(15);
    private const int EarliestYear = 2025;

    public static Command Create()
    {
        var live = new Option<bool>("--live") { Description = "Only ask the server that runs here whether it lives: a container's health check." };
        var command = new Command("doctor", "Check configuration, store, clock, ports, Slack, Teams and webhooks, and say what to do.") { live };
        command.SetAction((given, cancellation) => given.GetValue(live) ? LiveCheck.RunAsync(BatonConfiguration.Load(), cancellation) : RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var configuration = BatonConfiguration.Load();
        var (settings, errors) = SettingsReader.Read(configuration);
        var findings = new List<Finding>();
        findings.AddRange(errors.Select(e => new Finding(false, "configuration", e)));
        if (settings is not null)
        {
            findings.Add(new Finding(true, "configuration", "right"));
            findings.AddRange(People(settings));
            findings.Add(await StoreAsync(settings.Store, cancellation));
            findings.AddRange(Dashboard(settings));
            findings.AddRange((await SlackDoctor.RunAsync(settings, cancellation)).Select(f => new Finding(f.Fine, "slack", f.Text)));
            findings.AddRange((await TeamsDoctor.RunAsync(settings, cancellation)).Select(f => new Finding(f.Fine, "teams", f.Text)));
            findings.AddRange((await WebhookDoctor.RunAsync(settings, cancellation)).Select(f => new Finding(f.Fine, "webhook", f.Text)));
        }

        findings.Add(Clock());
        findings.AddRange((configuration["urls"] ?? BatonHost.DefaultUrl).Split(';').Select(Port));
        Show(findings);
        return findings.TrueForAll(f => f.Fine) ? ExitCodes.Fine : ExitCodes.Failed;
    }

    private static IEnumerable<Finding> People(Settings settings)
    {
        var roster = settings.Terms.Roster;
        if (!roster.People.Any(p => p.Is(Roles.Rep)))
        {
            yield return new Finding(false, "people", "Nobody can take leads. Add people with the role rep, and their pools, under People.");
        }

        if (!roster.People.Any(p => p.Is(Roles.Manager)))
        {
            yield return new Finding(false, "people", "Nobody hears of escalations. Add somebody with the role manager under People.");
        }

        if (!roster.People.Any(p => p.Is(Roles.Marketer)))
        {
            yield return new Finding(false, "people", "Nobody can answer feedback. Add somebody with the role marketer under People.");
        }
    }

    private static IEnumerable<Finding> Dashboard(Settings settings) => settings.Dashboard.IsOn
        ? [new Finding(true, "dashboard", $"links lead to {new Uri(new Uri(settings.Dashboard.PublicUrl), DashboardLinks.Root)}; whether browsers reach it from outside, only one of them can tell")]
        : [];

    private static async Task<Finding> StoreAsync(StoreOptions store, CancellationToken cancellation)
    {
        var where = StoreEngine.Describe(store);
        try
        {
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEngine(store).BuildServiceProvider();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(StorePatience);
            var health = services.GetRequiredService<ITableHealth>();
            if (await health.CheckAsync(limit.Token) is TableHealth.Failing failing)
            {
                return new Finding(false, "store", failing.Text);
            }

            // The first round opened a file or a connection: the second is what work will take.
            var asked = TimeProvider.System.GetTimestamp();
            await health.CheckAsync(limit.Token);
            return new Finding(true, "store", $"{where}: written and read back in {TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds:0.0} ms");
        }
        catch (OperationCanceledException)
        {
            return new Finding(false, "store", $"{where}: no answer within {StorePatience.TotalSeconds:0} seconds. Check the way to it.");
        }
        catch (Exception error) when (error is TableUnavailableException or IOException)
        {
            return new Finding(false, "store", $"{where}: {error.Message}");
        }
    }

    private static Finding Clock()
    {
        var now = TimeProvider.System.GetUtcNow();
        return now.Year < EarliestYear
            ? new Finding(false, "clock", $"It says {now:u}. Every deadline would be wrong: set it, and keep it set by NTP.")
            : new Finding(true, "clock", $"{now:u}");
    }

    private static Finding Port(string url)
    {
        if (!Uri.TryCreate(url.Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out var address))
        {
            return new Finding(false, "port", $"urls is \"{url}\"; expected an address such as {BatonHost.DefaultUrl}");
        }

        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.Loopback, address.Port);
            listener.Start();
            return new Finding(true, "port", $"{url} is free");
        }
        catch (SocketException error)
        {
            return new Finding(false, "port", $"{url} cannot be listened on ({error.SocketErrorCode}). Baton may be running already; else choose another with --urls.");
        }
    }

    private static void Show(List<Finding> findings)
    {
        var table = new Table().AddColumns("", "What", "Found");
        foreach (var finding in findings)
        {
            table.AddRow(finding.Fine ? "[green]ok[/]" : "[red]wrong[/]", Markup.Escape(finding.What), Markup.Escape(finding.Text));
        }

        AnsiConsole.Write(table);
    }

    private sealed record Finding(bool Fine, string What, string Text);
}
