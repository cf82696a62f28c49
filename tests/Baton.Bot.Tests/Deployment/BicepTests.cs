using System.Globalization;
using System.Text.RegularExpressions;
using Baton.Bot.Composition;
using Baton.Bot.Tests.Docs;

namespace Baton.Bot.Tests.Deployment;

public sealed partial class BicepTests(DeploymentFiles files) : IClassFixture<DeploymentFiles>
{
    private readonly BicepText bicep = new(Documents.Read("manifests/azure/main.bicep"));

    [Fact]
    public void Every_name_is_declared_every_parameter_used_and_every_bracket_closed()
    {
        Assert.Empty(bicep.Undeclared);
        Assert.Empty(bicep.Unused);
        Assert.True(bicep.IsBalanced);
        Assert.Equal(bicep.Symbols.Distinct(), bicep.Symbols);
    }

    [Theory]
    [InlineData("param image string", "param picture string")]
    [InlineData("environmentId: environment.id", "environmentId: surroundings.id")]
    [InlineData("  dependsOn: [", "  dependsOn: ")]
    public void A_mistake_in_it_is_found(string right, string wrong)
    {
        var text = Documents.Read("manifests/azure/main.bicep");
        Assert.Contains(right, text, StringComparison.Ordinal);
        var broken = new BicepText(text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.True(broken.Undeclared.Any() || broken.Unused.Any() || !broken.IsBalanced);
    }

    [Fact]
    public void Every_resource_names_its_type_and_the_version_of_its_interface()
    {
        var types = Regex.Matches(Documents.Read("manifests/azure/main.bicep"), @"^resource \w+ '([^']+)'", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();

        Assert.All(types, type => Assert.Matches(@"^Microsoft\.\w+/[\w/]+@\d{4}-\d{2}-\d{2}$", type));
        Assert.Contains(types, t => t.StartsWith("Microsoft.BotService/botServices/channels@", StringComparison.Ordinal));
    }

    [Fact]
    public void No_key_of_the_storage_account_exists_and_no_secret_is_written_down()
    {
        Assert.Matches(@"allowSharedKeyAccess: false", bicep.Code);
        Assert.DoesNotContain("listKeys", bicep.Code.Replace("logs.listKeys", "", StringComparison.Ordinal), StringComparison.Ordinal); // the one of the logs is the platform's own
        Assert.Contains("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", bicep.Strings); // Storage Table Data Contributor
        Assert.DoesNotContain("output", Regex.Match(bicep.Code, @"output \w*(?:key|secret|token|configuration)\w*", RegexOptions.IgnoreCase).Value, StringComparison.Ordinal);
        Assert.All(["configuration", "apiKey", "slackBotToken", "slackSigningSecret"], secret => Assert.Matches(new Regex($@"@secure\(\)\s+(?:@\w+\(\d+\)\s+)?param {secret} string"), bicep.Code));
    }

    // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules: what is unique in the world, and how long it may be.
    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", 24)]
    [InlineData("Microsoft.KeyVault/vaults", 24)]
    [InlineData("Microsoft.BotService/botServices", 42)]
    public void What_must_be_unique_in_the_world_is_so_and_no_longer_than_allowed(string type, int longest)
    {
        const string Unique = "${uniqueString(resourceGroup().id)}"; // 13 characters
        var text = Documents.Read("manifests/azure/main.bicep");
        var name = Regex.Match(text, $@"^resource \w+ '{type}@[^\n]*\n\s+name: '([^']+)'", RegexOptions.Multiline).Groups[1].Value;
        var given = int.Parse(Regex.Match(text, @"@maxLength\((\d+)\)\s+param name string").Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.StartsWith("${name}", name, StringComparison.Ordinal);
        Assert.EndsWith(Unique, name, StringComparison.Ordinal);
        Assert.InRange(given + name.Length - "${name}".Length - Unique.Length + 13, 1, longest);
    }

    [Fact]
    public void Every_environment_variable_is_a_configuration_key_that_there_is()
    {
        var variables = bicep.Strings.Where(s => Variable().IsMatch(s)).ToList();

        Assert.Contains("Store__Connection", variables);
        Assert.Empty(KnownKeys.Unknown(variables));
    }

    [Fact]
    public void Ports_probes_and_scale_are_those_of_the_image_the_api_and_the_other_manifest()
    {
        Assert.Matches($@"var port = {files.Instructions.Single(i => i.Keyword == "EXPOSE").Arguments}\b", bicep.Code);
        Assert.Equal(["/healthz", "/healthz", "/readyz"], bicep.Strings.Where(s => s is "/healthz" or "/readyz"));
        Assert.Equal(["Liveness", "Readiness", "Startup"], bicep.Strings.Where(s => s is "Startup" or "Liveness" or "Readiness").Order(StringComparer.Ordinal));
        Assert.Matches(@"param minReplicas int = 2\b", bicep.Code);
        Assert.Matches(@"param maxReplicas int = 10\b", bicep.Code);
        Assert.Contains(files.Instructions.Single(i => i is { Keyword: "WORKDIR", Text: "/var/lib/baton" }).Text, bicep.Strings);
    }

    [Theory]
    [InlineData("https://example.table.core.windows.net/")] // as an account's primary endpoint is written
    [InlineData("https://example.table.core.windows.net")]
    public void The_account_that_it_names_is_one_that_Baton_takes(string address) => Assert.Empty(new StoreOptions { Connection = address }.Validate());

    [Fact]
    public void Every_secret_that_is_referred_to_is_in_the_vault()
    {
        var referred = Regex.Matches(Documents.Read("manifests/azure/main.bicep"), "secretRef: '([^']+)'").Select(m => m.Groups[1].Value).ToHashSet();
        var kept = Regex.Matches(Documents.Read("manifests/azure/main.bicep"), @"parent: vault\s+name: '([^']+)'").Select(m => m.Groups[1].Value).ToHashSet();
        var fetched = Regex.Matches(Documents.Read("manifests/azure/main.bicep"), @"vaultUri\}secrets/([^']+)'").Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal(kept.Order(StringComparer.Ordinal), fetched.Order(StringComparer.Ordinal));
        Assert.Empty(referred.Except(kept));
    }

    [GeneratedRegex(@"^(?:[A-Z]\w*__\w+|AZURE_\w+)$")]
    private static partial Regex Variable();
}
