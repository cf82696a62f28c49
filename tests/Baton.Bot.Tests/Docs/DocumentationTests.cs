using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Baton.Bot.Composition;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Web.Console.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Docs;

public sealed partial class DocumentationTests
{
    [Fact]
    public void The_readme_lists_every_configuration_key_and_no_other_with_its_default()
    {
        var table = Documents.Read("README.md").Split("<!-- configuration:")[1].Split("\n## ")[0];
        var written = Documents.Rows(table).SelectMany(row => Spread(row[0]).Select(key => (Key: key, Default: row[1]))).ToList();

        Assert.Empty(written.GroupBy(k => k.Key).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Equal(ConfigurationKeys.All().OrderBy(k => k.Key, StringComparer.Ordinal), written.Select(k => KeyValuePair.Create(k.Key, k.Default)).OrderBy(k => k.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_between_documents_points_to_a_file()
    {
        var broken = Documents.All().SelectMany(document => Documents.Links(File.ReadAllText(document))
            .Where(link => !File.Exists(Path.Combine(Path.GetDirectoryName(document)!, link)))
            .Select(link => $"{Path.GetRelativePath(Documents.Root, document)} -> {link}"));

        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_route_of_the_api_is_documented_and_every_documented_route_is_there()
    {
        var configuration = BatonConfiguration.Load();
        await using var app = BatonHost.Build(configuration, SettingsReader.Read(configuration).Settings!, null, TimeProvider.System, new Pulse(), _ => { });
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal))
            .Where(e => !e.RoutePattern.RawText!.StartsWith(ConsoleEndpoints.Root, StringComparison.Ordinal)) // the page's own, no contract
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (e, method) => $"{method} {e.RoutePattern.RawText!.Replace("{documentName}", "v1", StringComparison.Ordinal)}");
        var written = Documents.Rows(Documents.Read("docs/api.md")).Select(row => row[0]).Where(code => code.Contains(" /", StringComparison.Ordinal));

        Assert.Equal(mapped.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_glossary_has_every_stored_name()
    {
        var written = CodeSpan().Matches(Documents.Read("docs/glossary.md")).Select(m => m.Groups[1].Value).ToHashSet();
        var catalogue = ReasonCatalogue.Default;

        Assert.Empty(Enum.GetNames<HandoffState>().Except(written));
        Assert.Empty(Verbs.Acts.Except(written));
        Assert.Empty(catalogue.Reject.Concat(catalogue.Recycle).Concat(catalogue.Disqualify).Select(r => r.Code).Except(written));
        Assert.Empty(Enum.GetNames<ReasonClass>().Concat(Enum.GetNames<ReofferCause>()).Concat(Enum.GetNames<NudgeOutcome>()).Except(written));
        Assert.Empty(typeof(HandoffEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!).Except(written));
    }

    // `A:B/C:{name}` stands for `A:B:{}` and `A:C:{}`.
    private static IEnumerable<string> Spread(string key) => key.Split(':').Select(part => Placeholder().Replace(part, "{}").Split('/')).Aggregate(
        (IEnumerable<string>)[""],
        (keys, parts) => keys.SelectMany(_ => parts, (before, part) => before.Length == 0 ? part : $"{before}:{part}"));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
