using System.Xml.Linq;

namespace Baton.Bot.Tests;

/// <summary>References point one way: Bot -> {Slack, Teams, Web, Webhooks} -> AdaptiveCards -> Handoffs, and Tables -> Handoffs. Wire is how Slack, Teams and Webhooks call out; of the domain it knows how texts are told.</summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Baton.Handoffs"] = [],
        ["Baton.Tables"] = ["Baton.Handoffs"],
        ["Baton.AdaptiveCards"] = ["Baton.Handoffs"],
        ["Baton.Edges"] = ["Baton.Handoffs"],
        ["Baton.Wire"] = ["Baton.Handoffs"],
        ["Baton.Slack"] = ["Baton.Edges", "Baton.Handoffs", "Baton.Wire"],
        ["Baton.Teams"] = ["Baton.AdaptiveCards", "Baton.Edges", "Baton.Handoffs", "Baton.Wire"],
        ["Baton.Webhooks"] = ["Baton.Handoffs", "Baton.Wire"],
        ["Baton.Web"] = ["Baton.AdaptiveCards", "Baton.Handoffs"],
        ["Baton.Bot"] = ["Baton.Tables", "Baton.AdaptiveCards", "Baton.Slack", "Baton.Teams", "Baton.Web", "Baton.Webhooks", "Baton.Handoffs"],
    };

    [Fact]
    public void Projects_refer_only_to_those_that_they_may_know()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, project =>
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(references.Except(Allowed[name]));
        });
    }

    [Fact]
    public void The_domain_knows_no_web_no_store_and_no_platform()
    {
        var known = typeof(Handoffs.Handoffs.Handoff).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.DoesNotContain(known, name => name.StartsWith("Microsoft.", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name.Contains("SQLite", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.StartsWith("Baton.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_source_file_stays_below_the_limit_of_lines()
    {
        const int most = 400;
        var files = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= most, $"{file} is longer than {most} lines."));
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
