using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Baton.Handoffs.Tests.Resources;

/// <summary>Holds for every text of the repository, whoever adds it.</summary>
public partial class ResourceTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src"));

    private static readonly string[] Files = [.. Directory.EnumerateFiles(Source, "*.resx", SearchOption.AllDirectories)
        .Where(f => !IsBuilt(f) && !f.EndsWith(".ja.resx", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Source, f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> English => [.. Files];

    [Theory]
    [MemberData(nameof(English))]
    public void Every_text_has_a_Japanese_twin_with_the_same_placeholders(string file)
    {
        var (english, japanese) = (Read(file), Read(Path.ChangeExtension(file, ".ja.resx")));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), japanese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, key => Assert.Equal((key, Placeholders(english[key])), (key, Placeholders(japanese[key]))));
        Assert.All(english.Concat(japanese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{text.Key} is empty."));
    }

    [Theory]
    [MemberData(nameof(English))]
    public void Every_text_is_used(string file)
    {
        var code = string.Concat(Code(Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar)[0]).Select(File.ReadAllText));

        Assert.All(Read(file).Keys, key => Assert.True(IsUsed(key, code), $"{key} is used nowhere."));
    }

    [Fact]
    public void No_text_is_used_that_is_not_there()
    {
        var texts = Files.GroupBy(f => f.Split(Path.DirectorySeparatorChar)[0]).ToDictionary(g => g.Key, g => g.SelectMany(f => Read(f).Keys).ToHashSet());
        var used = texts.Keys.SelectMany(project => Code(project).SelectMany(f => Uses().Matches(File.ReadAllText(f)).Select(m => (Project: project, From: m.Groups["from"].Value, Key: m.Groups["key"].Value)))).ToList();
        var named = Files.ToLookup(f => Path.GetFileNameWithoutExtension(f), Read);

        Assert.NotEmpty(used);
        Assert.All(used, use => Assert.Contains(texts[use.Project].Concat(named[use.From].SelectMany(file => file.Keys)), key => key == use.Key || (use.Key.EndsWith('.') && key.StartsWith(use.Key, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(English))]
    public void Every_resource_lies_beside_the_class_that_names_it(string file) =>
        Assert.True(File.Exists(Path.Combine(Source, Path.ChangeExtension(file, ".cs"))), $"{file} has no marker class of its name.");

    // As a literal; as one of a family that is put together ("state." + state); or as the name of a closed hierarchy's case.
    private static bool IsUsed(string key, string code) =>
        code.Contains($"\"{key}\"", StringComparison.Ordinal)
        || (key.Contains('.', StringComparison.Ordinal) && code.Contains($"\"{key[..(key.IndexOf('.', StringComparison.Ordinal) + 1)]}", StringComparison.Ordinal))
        || code.Contains($"record {char.ToUpperInvariant(key[0])}{key[1..].Split('.')[0]}", StringComparison.Ordinal);

    private static IEnumerable<string> Code(string project) =>
        new[] { "*.cs", "*.razor" }.SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Source, project), kind, SearchOption.AllDirectories)).Where(f => !IsBuilt(f));

    private static bool IsBuilt(string file) => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source, file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"\{[0-9]+")]
    private static partial Regex Placeholder();

    // texts["Key"], Texts.Of<T>(locale)["Key"], texts.Format("Key", …) and Phrase.Of(texts, "Key", …).
    [GeneratedRegex("(?:\\b[tT]exts|Of<(?<from>\\w*Texts)>\\([^)]*\\))(?:\\[|\\.Format\\(|, )\"(?<key>[A-Za-z][A-Za-z0-9._]*)\"")]
    private static partial Regex Uses();
}
