using Baton.Bot.Tests.Docs;

namespace Baton.Bot.Tests.Deployment;

/// <summary>Tells configuration keys from what only looks like one.</summary>
internal static class KnownKeys
{
    /// <summary>Variables of the runtime and of platforms that Baton's libraries read.</summary>
    private static readonly string[] Others = ["AZURE_CLIENT_ID", "DOTNET_EnableDiagnostics_IPC", "urls"];

    /// <summary>Those of these environment variables that no options class takes.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> variables)
    {
        var known = ConfigurationKeys.All().Keys.Select(k => k.Split(':')).ToList();
        var sections = known.Select(k => k[0]).ToHashSet(StringComparer.Ordinal);
        // Of a section that is not in this build nothing can be said.
        return variables.Except(Others, StringComparer.Ordinal).Where(v => sections.Contains(v.Split("__")[0]) || v.Split("__")[0] != "Teams").Where(v => !known.Exists(key => Matches(key, v.Split("__"))));
    }

    private static bool Matches(string[] key, string[] variable)
    {
        // A list of plain values is one key in the table; in a variable its position follows.
        var parts = variable.Length == key.Length + 1 && int.TryParse(variable[^1], out _) ? variable[..^1] : variable;
        return parts.Length == key.Length && parts.Zip(key).All(p => p.Second == "{}" || p.First == p.Second || (p.Second == "0" && int.TryParse(p.First, out _)));
    }
}
