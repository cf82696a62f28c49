using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Baton.Bot.Composition;
using Baton.Bot.Demo;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Sla;
using NodaTime;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary><c>baton demo</c>: sample leads, simulated colleagues, a clock that runs faster.</summary>
internal static class DemoCommand
{
    private const string Settings = "appsettings.Demo.json";
    private const int StartHour = 13;
    private const int StartMinute = 45;

    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = "Address to listen on (loopback); default http://127.0.0.1:3978." };
        var speed = new Option<double?>("--speed") { Description = "How many times faster than life the clock runs, 1 to 100000; default 240: four hours a minute." };
        var command = new Command("demo", "Play Baton with sample leads and simulated colleagues in the web console.") { urls, speed };
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(urls), result.GetValue(speed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? urls, double? speed, CancellationToken cancellation)
    {
        var configuration = BatonConfiguration.Load(Settings);
        if (SettingsReader.ReadOrExplain(configuration) is not { } settings)
        {
            return ExitCodes.WrongConfiguration;
        }

        var options = configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions();
        options.Speed = speed ?? options.Speed;
        if (options.Validate().FirstOrDefault() is { } wrong)
        {
            await System.Console.Error.WriteLineAsync(wrong);
            return ExitCodes.WrongConfiguration;
        }

        if (!settings.Store.IsFile)
        {
            await System.Console.Error.WriteLineAsync($"{StoreOptions.Section}:Connection names an account; the demo begins anew each time and keeps its store in a file: expected Data Source= and its path.");
            return ExitCodes.WrongConfiguration;
        }

        using var turn = TryBegin(settings.Store.Path);
        if (turn is null)
        {
            await System.Console.Error.WriteLineAsync($"A demo runs on {settings.Store.Path} already: stop it first, or start this one in another folder.");
            return ExitCodes.Failed;
        }

        Forget(settings.Store.Path);
        var start = FridayAfternoon(TimeProvider.System.GetUtcNow(), settings.Terms.ReviewZone);
        var clock = new DemoClock(start - TimeSpan.FromDays(12), options.Speed, settings.Terms.Calendars.Get(DefaultSla.BusinessCalendar));
        var dashboard = new DashboardOptions { PublicUrl = BatonHost.DefaultUrl, Keys = [RandomNumberGenerator.GetHexString(2 * DashboardOptions.ShortestKey)] };
        await using var app = BatonHost.Build(configuration, settings with { Slack = new(), Dashboard = dashboard, Webhooks = [], Terms = settings.Terms with { Hooks = [] } }, urls, clock, new Pulse().Faster(options.Speed), services => services
            .AddSingleton(options)
            .AddSingleton(clock)
            .AddSingleton<DemoPlay>()
            .AddHostedService(s => s.GetRequiredService<DemoPlay>()));
        return await BatonHost.TellAsync(async () =>
        {
            await BatonHost.PrepareAsync(app.Services, cancellation);
            await AnsiConsole.Status().StartAsync("Playing the last two weeks …", _ => app.Services.GetRequiredService<DemoPlay>().PlayPastAsync(start, cancellation));
            clock.Run();
            await BatonHost.StartAsync(app, cancellation);

            // Which port it got is known only now; nobody asks for a link before.
            dashboard.PublicUrl = app.Urls.First();
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Open {app.Urls.First()}/console[/] and choose who you are. It is Friday {StartHour}:{StartMinute} in Tokyo; {options.Speed:0} times faster than life.");
            await app.WaitForShutdownAsync(cancellation);
        });
    }

    // Held while it runs, as the next one would delete its store. Null when another has it.
    private static FileStream? TryBegin(string store)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(store))!);
        try
        {
            return new FileStream(store + "-demo", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(store + "-demo"))
        {
            return null;
        }
    }

    // Each demo begins anew.
    private static void Forget(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    // Shortly before the weekly summary, so that it is seen at once.
    private static DateTimeOffset FridayAfternoon(DateTimeOffset now, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var today = Instant.FromDateTimeOffset(now).InZone(tz).Date;
        var friday = today.DayOfWeek == IsoDayOfWeek.Friday ? today : today.Next(IsoDayOfWeek.Friday);
        return tz.AtLeniently(friday.At(new LocalTime(StartHour, StartMinute))).ToInstant().ToDateTimeOffset();
    }
}
