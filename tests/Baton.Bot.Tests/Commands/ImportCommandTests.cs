using Baton.Bot.Commands;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Baton.Bot.Tests.Commands;

public class ImportCommandTests
{
    private const string Right = "externalId,source,contact.name,contact.email,contact.title,company.name,qualified\n1,web,A,a@buyer.example,CTO,A Inc,true\n";
    private const string Wrong = Right + "2,web,[red]B,nowhere,CTO,B Inc,true\n";

    [Fact]
    public async Task A_file_goes_through_a_server_that_runs()
    {
        await using var host = await ApiHost.StartAsync(new() { ["Api:Keys:one"] = "0123456789abcdef" });

        var (code, shown) = await RunAsync(Right, "--url", host.Client.BaseAddress!.ToString(), "--api-key", "0123456789abcdef");

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Matches(@"offered\s+│\s+1", shown);
    }

    [Fact]
    public async Task Wrong_rows_are_shown_and_tell_in_the_exit_code()
    {
        await using var host = await ApiHost.StartAsync();

        var (code, shown) = await RunAsync(Wrong, "--url", host.Client.BaseAddress!.ToString());

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("nowhere", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_not_there_is_told_in_words()
    {
        await using var host = await ApiHost.StartAsync(new() { ["Api:Keys:one"] = "0123456789abcdef" });

        var refused = await RunAsync(Right, "--url", host.Client.BaseAddress!.ToString(), "--api-key", "wrong");
        var nobody = await RunAsync(Right, "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.Contains("A valid API key is needed", refused.Shown, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NoStore, nobody.Code);
        Assert.Contains("could not be reached", nobody.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_the_file_goes_into_the_store_itself()
    {
        var folder = Directory.CreateTempSubdirectory("baton-store-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(HouseRules.Of(folder)).Build();

        var first = await RunAsync(c => OpenStore.OpenAsync(configuration, c), Wrong);
        var again = await RunAsync(c => OpenStore.OpenAsync(configuration, c), Right);

        Assert.Equal(ExitCodes.Failed, first.Code);
        Assert.Matches(@"offered\s+│\s+1", first.Shown);
        Assert.Contains("nowhere", first.Shown, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Fine, again.Code);
        Assert.Matches(@"repeated\s+│\s+1", again.Shown);
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task A_configuration_that_is_wrong_takes_nothing() =>
        Assert.Equal(ExitCodes.WrongConfiguration, (await RunAsync(_ => Task.FromResult<ServiceProvider?>(null), Right)).Code);

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_told_in_words()
    {
        var (code, shown) = await RunAsync(_ => throw new TableUnavailableException(TableUnavailable.Locked, "Another process holds it.", "Stop it."), Right);

        Assert.Equal(ExitCodes.NoStore, code);
        Assert.Contains("Another process holds it. Stop it.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_none_is_refused() => Assert.NotEmpty(ImportCommand.Create().Parse([typeof(ImportCommandTests).Assembly.Location, "--url", "somewhere"]).Errors);

    private static Task<(int Code, string Shown)> RunAsync(string file, params string[] arguments) => RunAsync(_ => throw new InvalidOperationException("The store is the server's."), file, arguments);

    private static async Task<(int Code, string Shown)> RunAsync(Func<CancellationToken, Task<ServiceProvider?>> open, string file, params string[] arguments)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("baton-import-").FullName, "leads.csv");
        await File.WriteAllTextAsync(path, file);
        using var shown = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(shown), Interactive = InteractionSupport.No });
        console.Profile.Width = 160;
        var code = await ImportCommand.Create(open, console).Parse([path, .. arguments]).InvokeAsync();
        Directory.Delete(Path.GetDirectoryName(path)!, true);
        return (code, shown.ToString());
    }
}
