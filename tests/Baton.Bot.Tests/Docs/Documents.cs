using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Baton.Bot.Tests.Docs;

/// <summary>The project's documents and the tables in them.</summary>
internal static partial class Documents
{
    private static readonly string[] Folders = ["", "docs"];

    public static string Root { get; } = RootOf();

    public static IEnumerable<string> All() => Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.md"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The first code of each of a table's cells, row by row, for rows whose first cell begins with a code.</summary>
    public static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => Cell().Split(line)[1..^1].Select(cell => Code().Match(cell).Groups[1].Value).ToArray());

    /// <summary>What links in a document point to, without what lies outside and without anchors.</summary>
    public static IEnumerable<string> Links(string text) => Link().Matches(text).Select(m => m.Groups[1].Value).Where(l => !l.Contains("://", StringComparison.Ordinal));

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();
}
