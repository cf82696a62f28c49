using System.Text.RegularExpressions;

namespace Baton.Bot.Tests.Deployment;

/// <summary>As much of a Bicep file as our rules ask about: what it declares, what it refers to, and its strings. No compiler of it can be had here.</summary>
internal sealed partial class BicepText
{
    private static readonly string[] Functions =
    [
        "concat", "empty", "guid", "json", "listKeys", "resourceGroup", "string", "subscriptionResourceId", "tenant", "uniqueString",
        "description", "secure", "minLength", "maxLength", "minValue", "maxValue", "if", "true", "false", "parent", "scope",
    ];

    public BicepText(string text)
    {
        var plain = Comment().Replace(text, "");
        Strings = [.. Text().Matches(plain).Select(m => m.Groups[1].Value)];
        // What stands in ${…} of a string is code; the rest of it is not.
        Code = Text().Replace(plain, m => string.Join(' ', Inserted().Matches(m.Value).Select(i => $" {i.Groups[1].Value} ")));
        Parameters = [.. Declared("param").Select(m => m.Groups["name"].Value)];
        Symbols = [.. Declared("param|var|resource|output").Select(m => m.Groups["name"].Value)];
    }

    /// <summary>The code, without comments and the words of strings.</summary>
    public string Code { get; }

    /// <summary>Its strings.</summary>
    public IReadOnlyList<string> Strings { get; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Everything that it declares.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Names that are used and that nothing declares.</summary>
    public IEnumerable<string> Undeclared => Used().Distinct(StringComparer.Ordinal).Except(Symbols, StringComparer.Ordinal).Except(Functions, StringComparer.Ordinal);

    /// <summary>Parameters and variables that nothing uses.</summary>
    public IEnumerable<string> Unused => Declared("param|var").Select(m => m.Groups["name"].Value).Except(Used(), StringComparer.Ordinal);

    /// <summary>Whether every bracket is closed by its own.</summary>
    public bool IsBalanced
    {
        get
        {
            var open = new Stack<char>();
            return Code.All(c => c switch
            {
                '(' or '[' or '{' => Push(c),
                ')' => open.TryPop(out var o) && o == '(',
                ']' => open.TryPop(out var o) && o == '[',
                '}' => open.TryPop(out var o) && o == '{',
                _ => true,
            }) && open.Count == 0;

            bool Push(char c)
            {
                open.Push(c);
                return true;
            }
        }
    }

    private IEnumerable<Match> Declared(string kinds) => Regex.Matches(Code, $@"^(?:{kinds}) (?<name>\w+)", RegexOptions.Multiline);

    // A name that is neither declared here, nor a property's (before a colon, behind a dot), nor a type of a parameter.
    private IEnumerable<string> Used() => Name().Matches(Declaration().Replace(Code, "")).Select(m => m.Value);

    [GeneratedRegex(@"(?<![:'])//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"'((?:[^'\\]|\\.)*)'")]
    private static partial Regex Text();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Inserted();

    [GeneratedRegex(@"^(?:targetScope.*$|param \w+ (?:string|bool|int)|(?:var|resource) \w+|output \w+ \w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*(?![\w]|\s*:(?!:))")]
    private static partial Regex Name();
}
