using System.CommandLine;
using System.Text.Json;
using Baton.Bot.Commands;
using Baton.Bot.Commands.Keeping;
using Baton.Bot.Composition;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Tests.Docs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables;
using Baton.Tables.Backup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Baton.Bot.Tests.Keeping;

public sealed class KeepingCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-keeping-").FullName;

    private string Backup => Path.Combine(folder, "backup.baton");

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task What_was_backed_up_beside_a_server_is_a_sound_store_elsewhere_with_other_shards_too()
    {
        await using var store = await LivedInStore.OpenAsync();
        var rep = store.Get<HandoffDesk>().Terms.Roster.People[0];
        await store.Get<HandoffDesk>().HandleAsync(store.Offered, new Handoffs.Handoffs.Intents.Intent.Accept(), rep, store.Now, default);

        var backup = await RunAsync(BackupCommand.Create(_ => Task.FromResult<ServiceProvider?>(Lent(store)), Console(out var told)), Backup);
        var restore = await RunAsync(RestoreCommand.Create(Keeping("8"), Console(out var restored)), Backup);
        var audit = await RunAsync(AuditCommand.Create(Serving("8"), TextWriter.Null, Console(out var audited)));

        Assert.True(backup == ExitCodes.Fine, told.ToString());
        Assert.True(restore == ExitCodes.Fine, restored.ToString());
        Assert.True(audit == ExitCodes.Fine, audited.ToString());
        Assert.Contains("3 handoffs", audited.ToString(), StringComparison.Ordinal);
        await using var there = (await Serving("8")(default))!;
        Assert.Equal(rep.Email, (await there.GetRequiredService<IHandoffStore>().LoadAsync(store.Offered, default))!.Handoff.Owner);
    }

    [Fact]
    public async Task A_restore_makes_wake_ups_anew_that_the_backup_lacks()
    {
        await using var store = await LivedInStore.OpenAsync();
        await store.ForgetWakesAsync(store.Offered.Value);
        await RunAsync(BackupCommand.Create(_ => Task.FromResult<ServiceProvider?>(Lent(store)), Console(out _)), Backup);

        Assert.Equal(ExitCodes.Fine, await RunAsync(RestoreCommand.Create(Keeping("4"), Console(out var told)), Backup));

        Assert.Contains("1 things brought up", told.ToString(), StringComparison.Ordinal);
        await using var there = (await Serving("4")(default))!;
        Assert.Contains(await there.GetRequiredService<ITableScan>().ScanAllAsync(BatonTables.Agenda, null, default).ToListAsync(), r => r.Row.Values.FindString("id") == store.Offered.Value);
    }

    [Fact]
    public async Task A_half_restored_store_is_refused_with_what_to_do()
    {
        await using (var there = (await Keeping("4")(default))!)
        {
            await there.GetRequiredService<ITableEngine>().CommitAsync(
                BatonTables.Restores, "restore", [new TableAction.Insert("restore", new() { { "digest", "x" }, { "phase", "Writing" }, { "block", 0 } })], default);
        }

        var refused = await Assert.ThrowsAsync<TableUnavailableException>(() => Serving("4")(default));

        Assert.Contains("Run it again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_one_line_and_an_exit_code()
    {
        await File.WriteAllTextAsync(Backup, "no backup at all");

        Assert.Equal(ExitCodes.Failed, await RunAsync(RestoreCommand.Create(Keeping("4"), Console(out var told)), Backup));
        Assert.Contains("no backup of Baton", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, await RunAsync(BackupCommand.Create(Serving("4"), Console(out told)), Backup));
        Assert.Contains("--force", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongConfiguration, await RunAsync(AuditCommand.Create(_ => Task.FromResult<ServiceProvider?>(null), TextWriter.Null, Console(out _))));
    }

    [Fact]
    public async Task In_a_folder_a_backup_is_named_by_its_time_unless_one_was_interrupted_there_and_goes_on()
    {
        var now = new DateTimeOffset(2026, 11, 21, 17, 30, 0, TimeSpan.Zero);
        var (named, early, late) = (Path.Combine(folder, "baton-20261121T173000Z.baton"), Path.Combine(folder, "baton-20261120T173000Z.baton"), Path.Combine(folder, "baton-20261121T170000Z.baton"));

        Assert.Equal(Backup, await BackupPath.OfAsync(Backup, now, _ => Task.FromResult(true)));
        Assert.Equal(named, await BackupPath.OfAsync(folder, now, _ => Task.FromResult(true)));
        await File.WriteAllTextAsync(early + ".part", "");
        await File.WriteAllTextAsync(late + ".part", "");
        Assert.Equal(late, await BackupPath.OfAsync(folder, now, _ => Task.FromResult(true)));
        Assert.Equal(early, await BackupPath.OfAsync(folder, now, path => Task.FromResult(path == early)));
        Assert.Equal(named, await BackupPath.OfAsync(folder, now, _ => Task.FromResult(false)));
    }

    [Fact]
    public async Task A_left_over_that_does_not_fit_does_not_keep_a_folder_from_its_next_backup()
    {
        var leftOver = Path.Combine(folder, "baton-20261120T173000Z.baton.part");
        await File.WriteAllTextAsync(leftOver, "of another release");

        Assert.Equal(ExitCodes.Fine, await RunAsync(BackupCommand.Create(Serving("4"), Console(out var told)), folder));

        Assert.Contains("read back and compared", told.ToString(), StringComparison.Ordinal);
        Assert.Contains($"'{leftOver}' is left", told.ToString().ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder, "baton-*.baton"));
        Assert.True(File.Exists(leftOver));
        Assert.Contains($"within {BackupRun.GoesOnFor.TotalHours:0} hours of its begin", Documents.Read("docs/operations.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_interrupted_backups_left_in_a_folder_is_deleted_when_it_is_too_old_to_go_on_unless_somebody_writes_it()
    {
        var (old, busy) = (await LeaveAsync("baton-20261120T173000Z.baton", TimeSpan.FromHours(7)), await LeaveAsync("baton-20261120T183000Z.baton", TimeSpan.FromHours(7)));
        var readBack = await LeaveAsync("baton-20261120T193000Z.baton", TimeSpan.FromHours(7));
        File.SetLastWriteTimeUtc(readBack, (TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1)).UtcDateTime);
        await using var writer = new FileStream(busy, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(ExitCodes.Fine, await RunAsync(BackupCommand.Create(Serving("4"), Console(out var told)), folder));

        Assert.Equal((false, true, true), (File.Exists(old), File.Exists(busy), File.Exists(readBack)));
        Assert.Contains($"Deleted '{old}'", told.ToString().ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.DoesNotContain(busy, told.ToString().ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_interrupted_a_while_ago_is_finished_by_the_same_command()
    {
        var left = await LeaveAsync("baton-20261121T173000Z.baton", TimeSpan.FromHours(5));

        Assert.Equal(ExitCodes.Fine, await RunAsync(BackupCommand.Create(Serving("4"), Console(out var told)), folder));

        Assert.Equal([left[..^BackupRun.Unfinished.Length]], Directory.GetFiles(folder, "baton-*"));
        Assert.DoesNotContain("Deleted", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_number_of_shards_is_configured_a_command_takes_the_one_that_the_store_was_made_with()
    {
        await using var store = await LivedInStore.OpenAsync();
        await RunAsync(BackupCommand.Create(_ => Task.FromResult<ServiceProvider?>(Lent(store)), Console(out _)), Backup);
        await RunAsync(RestoreCommand.Create(Keeping("8"), Console(out _)), Backup);

        var audit = await RunAsync(AuditCommand.Create(Serving("3"), TextWriter.Null, Console(out var audited)));
        var backup = await RunAsync(BackupCommand.Create(Serving("3"), Console(out var told)), Path.Combine(folder, "again.baton"));
        var restore = await RunAsync(RestoreCommand.Create(Keeping("3"), Console(out var restored)), "--replace", Backup);

        Assert.True(audit == ExitCodes.Fine, audited.ToString());
        Assert.True(backup == ExitCodes.Fine, told.ToString());
        Assert.True(restore == ExitCodes.Fine, restored.ToString());
        await using var there = (await Serving("3")(default))!;
        Assert.Equal((8, 8), (there.GetRequiredService<TableAgenda>().Shards, there.GetRequiredService<IAgenda>().Shards));
        Assert.Contains("made with 8 shards", (await Assert.ThrowsAsync<OptionsValidationException>(() => ServerAsync("3"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_tells_a_program_each_finding_and_then_the_sum()
    {
        await using var store = await LivedInStore.OpenAsync();
        await store.ForgetWakesAsync(store.Offered.Value);
        using var output = new StringWriter();

        var code = await RunAsync(AuditCommand.Create(_ => Task.FromResult<ServiceProvider?>(Lent(store)), output, Console(out _)), "--json");

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal("HandoffUnwoken", lines[0].GetProperty("rule").GetString());
        Assert.True(lines[0].GetProperty("repairable").GetBoolean());
        Assert.False(lines[^1].GetProperty("sound").GetBoolean());
        Assert.Equal(1, lines[^1].GetProperty("findings").GetProperty("HandoffUnwoken").GetInt32());
    }

    // As a backup that was begun so long ago and got everything but its name.
    private async Task<string> LeaveAsync(string name, TimeSpan ago)
    {
        await using var services = (await Serving("4")(default))!;
        var plan = BackupPlan.Of(services.GetRequiredService<Settings>().Store.Name, StoreTables.Kept);
        var path = Path.Combine(folder, name);
        await new BackupRun(services.GetRequiredService<ITableEngine>(), services.GetRequiredService<ITableScan>(), plan, new HandClock(TimeProvider.System.GetUtcNow() - ago)).RunAsync(path, false, null, default);
        File.Move(path, path + BackupRun.Unfinished);
        File.SetLastWriteTimeUtc(path + BackupRun.Unfinished, (TimeProvider.System.GetUtcNow() - ago).UtcDateTime);
        return path + BackupRun.Unfinished;
    }

    private async Task ServerAsync(string shards)
    {
        var configuration = Configuration(shards);
        await using var app = BatonHost.Build(configuration, SettingsReader.Read(configuration).Settings!, "http://127.0.0.1:0", TimeProvider.System, new Pulse(), _ => { });
        await BatonHost.PrepareAsync(app.Services, default);
    }

    // The product on a store of its own, at the time of the one that is backed up.
    private Func<CancellationToken, Task<ServiceProvider?>> Serving(string shards) => c => OpenStore.OpenAsync(Configuration(shards), c);

    private Func<CancellationToken, Task<ServiceProvider?>> Keeping(string shards) => c => OpenStore.OpenAsync(Configuration(shards), BatonHost.OpenAsync, c);

    private IConfiguration Configuration(string shards) =>
        new ConfigurationBuilder().AddInMemoryCollection(HouseRules.Of(folder)).AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Shards"] = shards }).Build();

    // What a command disposes must not be the server's.
    private static ServiceProvider Lent(LivedInStore store) => new ServiceCollection()
        .AddSingleton(_ => new Lending(store.Engine)).AddSingleton<ITableEngine>(s => s.GetRequiredService<Lending>()).AddSingleton<ITableScan>(s => s.GetRequiredService<Lending>())
        .AddSingleton(s => new TableAgenda(s.GetRequiredService<ITableEngine>(), store.Get<TableAgenda>().Shards))
        .AddSingleton(_ => store.Get<Settings>()).AddSingleton(_ => store.Get<Settings>().Terms).AddSingleton(new Pulse())
        .AddSingleton(_ => store.Get<TimeProvider>()).BuildServiceProvider();

    private static IAnsiConsole Console(out StringWriter written)
    {
        written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(written), Interactive = InteractionSupport.No });
        console.Profile.Width = 200;
        return console;
    }

    private static Task<int> RunAsync(Command command, params string[] arguments) => command.Parse(arguments).InvokeAsync();
}
